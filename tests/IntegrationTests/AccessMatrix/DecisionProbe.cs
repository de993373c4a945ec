using System.Collections.Concurrent;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>Stands outside the pipeline and notes whether the access decision let a request through: a 404 from it and one from a handler look alike, and must.</summary>
public sealed class DecisionProbe<TRequest, TResult>(Caller caller, IHttpContextAccessor http, Decisions decisions) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is IdentifyKeyQuery)
        {
            // How a caller is recognised, not what they ask for.
            return await next();
        }

        // A request may send others, before or inside: each decision counts for itself, and the last one for the cell.
        caller.Grant = null;
        try
        {
            return await next();
        }
        finally
        {
            if (http.HttpContext?.Request.Headers[Decisions.Header].ToString() is { Length: > 0 } cell)
            {
                decisions.Granted[cell] = caller.Grant is not null;
            }
        }
    }
}

/// <summary>By cell, whether the decision let it through; absent when the request did not come so far.</summary>
public sealed class Decisions
{
    public const string Header = "X-Cell";

    public ConcurrentDictionary<string, bool> Granted { get; } = new(StringComparer.Ordinal);
}
