"""The peer of the benchmark: BG/NBD with vectorised scipy, one entry for each customer.

usage: peer.py FILE, where FILE holds doubles, least byte first: x, t_x and T of each customer in turn.
Writes one line of JSON: seconds to fit, log-likelihood, parameters, seconds to score, and the sum of the scores.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1, psi

HORIZON = 52.0


def objective(logs, x, tx, big_t):
    """Negative mean log-likelihood and its gradient with regard to the logarithms of r, alpha, a and b."""
    r, alpha, a, b = np.exp(logs)
    repeats = x > 0
    common = (
        gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    )
    alive = -(r + x) * np.log(alpha + big_t)
    gone = np.where(
        repeats, np.log(a) - np.log(np.where(repeats, b + x - 1, 1.0)) - (r + x) * np.log(alpha + tx), -np.inf
    )
    either = np.logaddexp(alive, gone)
    weight = np.exp(alive - either)
    other = 1.0 - weight
    d_r = psi(r + x) - psi(r) + np.log(alpha) - weight * np.log(alpha + big_t) - other * np.log(alpha + tx)
    d_alpha = r / alpha - (r + x) * (weight / (alpha + big_t) + other / (alpha + tx))
    d_a = psi(a + b) - psi(a + b + x) + np.where(repeats, other / a, 0.0)
    d_b = psi(a + b) + psi(b + x) - psi(b) - psi(a + b + x) - np.where(repeats, other / np.where(repeats, b + x - 1.0, 1.0), 0.0)
    gradient = np.array([d_r.sum() * r, d_alpha.sum() * alpha, d_a.sum() * a, d_b.sum() * b])
    return -(common + either).mean(), -gradient / len(x)


def score(parameters, x, tx, big_t):
    """P(alive) and the orders that are expected within the horizon."""
    r, alpha, a, b = parameters
    odds = np.where(
        x > 0, a / np.where(x > 0, b + x - 1, 1.0) * ((alpha + big_t) / (alpha + tx)) ** (r + x), 0.0
    )
    alive = 1.0 / (1.0 + odds)
    ratio = (alpha + big_t) / (alpha + big_t + HORIZON)
    series = hyp2f1(r + x, b + x, a + b + x - 1, HORIZON / (alpha + big_t + HORIZON))
    return alive, (a + b + x - 1) / (a - 1) * (1 - ratio ** (r + x) * series) * alive


def main():
    data = np.fromfile(sys.argv[1], dtype="<f8").reshape(-1, 3)
    x, tx, big_t = data[:, 0].copy(), data[:, 1].copy(), data[:, 2].copy()
    began = time.perf_counter()
    found = minimize(
        objective, np.zeros(4), args=(x, tx, big_t), jac=True, method="L-BFGS-B",
        options={"maxiter": 500, "ftol": 1e-14, "gtol": 1e-8},
    )
    fitted = time.perf_counter()
    alive, expected = score(np.exp(found.x), x, tx, big_t)
    scored = time.perf_counter()
    print(json.dumps({
        "fitSeconds": fitted - began,
        "logLikelihood": -found.fun * len(x),
        "parameters": list(np.exp(found.x)),
        "scoreSeconds": scored - fitted,
        "alive": float(alive.sum()),
        "expected": float(expected.sum()),
    }))


main()
