using System.Globalization;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using FluentValidation.Results;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>What is wrong with a file, line by line, up to a bound; a fault names its line and its column, never what stands there.</summary>
internal sealed class FileFaults
{
    /// <summary>Who corrects a file corrects so many lines at a time; a file of another kind has a fault in every line.</summary>
    public const int Most = 100;

    private readonly List<ValidationFailure> _failures = [];

    public bool Any => _failures.Count > 0;

    /// <param name="file">The member of the request that holds the file.</param>
    /// <param name="line">From 1; null when the file as a whole is meant.</param>
    /// <param name="error">What is wrong.</param>
    /// <param name="column">Which column, if any: one of ours.</param>
    public void Add(string file, int? line, Error error, string column = "")
    {
        if (_failures.Count < Most)
        {
            _failures.Add(Failure(line is null ? file : string.Create(CultureInfo.InvariantCulture, $"{file}[{line}]"), error, line ?? 0, column));
        }
        else if (_failures.Count == Most)
        {
            _failures.Add(Failure(file, SocialNetworkErrors.MoreFaults, Most));
        }
    }

    /// <exception cref="ValidationException">There is a fault.</exception>
    public void ThrowIfAny() => Shared.Faults.ThrowIfAny(_failures);

    private static ValidationFailure Failure(string path, Error error, params object[] arguments) => new(path, error.In(CultureInfo.CurrentUICulture, arguments)) { ErrorCode = error.Code };
}
