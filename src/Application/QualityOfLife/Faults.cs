using System.Globalization;
using Barometre.Domain.Shared;
using FluentValidation;
using FluentValidation.Results;

namespace Barometre.Application.QualityOfLife;

/// <summary>Refusals that only the use case can make, and that point at a field of the request.</summary>
internal static class Faults
{
    /// <summary>What is wrong at <paramref name="path"/> (<c>Answers[3].Theme</c>), in the caller's language.</summary>
    public static ValidationFailure At(string path, Error error) => new(path, error.In(CultureInfo.CurrentUICulture)) { ErrorCode = error.Code };

    public static void ThrowIfAny(IReadOnlyCollection<ValidationFailure> failures)
    {
        if (failures.Count > 0)
        {
            throw new ValidationException(failures);
        }
    }
}
