using System.Globalization;
using Barometre.Domain.Shared;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Barometre.Application.Shared;

/// <summary>Checks the shape of a request (required, length, range) before its handler runs; validators never touch the database.</summary>
public sealed class ValidationBehaviour<TRequest, TResult>(IEnumerable<IValidator<TRequest>> validators, Caller caller) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is IVersionedCommand)
        {
            caller.RequireExpectation();
        }

        List<ValidationFailure> failures = [];
        foreach (var validator in validators)
        {
            failures.AddRange(validator.Validate(request).Errors);
        }

        return failures.Count == 0 ? next() : throw new ValidationException(failures);
    }
}

/// <summary>Gives a rule of ours its code and its text in the caller's language.</summary>
public static class RuleTexts
{
    /// <summary>After a <c>Must(…)</c>: what is wrong, in the terms of the module.</summary>
    public static IRuleBuilderOptions<T, TProperty> Because<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Error error) =>
        rule.WithErrorCode(error.Code).WithMessage(_ => error.In(CultureInfo.CurrentUICulture));
}
