using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace Barometre.Application.Shared.Pipeline;

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
