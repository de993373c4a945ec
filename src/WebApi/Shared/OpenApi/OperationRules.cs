using Barometre.Application.Shared;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>Completes each operation with what follows from the request it sends: security, headers, every answer it may give, ranges of its values.</summary>
internal sealed class OperationRules(IServiceProvider services) : IOperationFilter
{
    /// <summary>Left on an operation until the document is whole: the validators of its request.</summary>
    public const string Validators = "barometre.validators";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var sent = SentRequest.Of(context.ApiDescription.ActionDescriptor.EndpointMetadata);
        if (sent is null)
        {
            return;
        }

        var strangers = sent.Access is Access.AnyoneAccess;
        operation.Security = strangers ? [] : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        operation.Description = string.Join("\n\n", new[] { operation.Description, AccessNote.Sentence(sent) }.Where(text => !string.IsNullOrEmpty(text)));
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions["x-barometre-access"] = new JsonNodeExtension(AccessNote.Extension(sent));
        Headers(operation, context, sent);
        Answers(operation, context, sent);
        operation.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
        operation.Metadata[Validators] = services.GetServices(typeof(FluentValidation.IValidator<>).MakeGenericType(sent.Type)).OfType<FluentValidation.IValidator>().ToList();
    }

    private static void Headers(OpenApiOperation operation, OperationFilterContext context, SentRequest sent)
    {
        operation.Parameters ??= [];
        if (context.ApiDescription.HttpMethod == "POST" && sent.IsCommand)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Idempotency-Key",
                In = ParameterLocation.Header,
                Description = sent.AnswersOnce
                    ? "Makes the request safe to send again, for a day: one effect. The answer shows a secret, which is kept nowhere: sent again, the request answers 409 `request.answered-once`."
                    : "Makes the request safe to send again, for a day: one effect, one answer (then with `Idempotency-Replayed: true`).",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200, Pattern = "^[!-~]+$" },
                Example = "0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b",
            });
        }

        if (sent.IsVersioned)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = sent.MustBeExpected,
                Description = sent.MustBeExpected ? "The version that was read (its ETag), or `*`." : "The version that was read (its ETag), or `*`; required to change what is there.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^(\\*|\"[0-9]+\")$" },
                Example = "\"3\"",
            });
        }
    }

    private static void Answers(OpenApiOperation operation, OperationFilterContext context, SentRequest sent)
    {
        var (forbidden, notFound) = AccessNote.Refusals(sent);
        var path = operation.Parameters!.Any(parameter => parameter.In == ParameterLocation.Path);
        var (body, post) = (operation.RequestBody is not null, context.ApiDescription.HttpMethod == "POST");
        var anyone = sent.Access is Access.AnyoneAccess;
        (int Status, bool May)[] answers =
        [
            (400, true),
            (401, !anyone || sent.IsCommand),
            // A code or an id in the body may be refused too, or be nobody's.
            (403, forbidden || (body && sent.IsCommand)),
            (404, notFound || path || body),
            (409, sent.IsCommand),
            (412, sent.IsVersioned),
            (413, body || (post && sent.IsCommand)),
            (415, body),
            (422, post && sent.IsCommand),
            (428, sent.IsVersioned),
            (429, (anyone && sent.IsCommand) || context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<CountsAttempts>().Any()),
            (500, true),
            (503, true),
        ];
        operation.Responses ??= [];
        foreach (var (status, _) in answers.Where(answer => answer.May))
        {
            var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            operation.Responses[key] = new OpenApiResponseReference(DocumentRules.ProblemName(status), context.Document);
        }

        foreach (var (status, answer) in operation.Responses.Where(answer => answer.Key.StartsWith('2')))
        {
            if (answer is OpenApiResponse done)
            {
                Describe(done, status, context, sent);
            }
        }
    }

    private static void Describe(OpenApiResponse done, string status, OperationFilterContext context, SentRequest sent)
    {
        done.Description = status switch { "201" => "Created.", "202" => "Accepted.", "204" => "Done.", _ => "Done; the answer." };
        done.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        if (context.ApiDescription.SupportedResponseTypes.Any(type => type.Type?.IsAssignableTo(typeof(IVersioned)) == true))
        {
            done.Headers["ETag"] = new OpenApiHeader { Description = "The version, to send back as If-Match.", Schema = text, Example = "\"3\"" };
        }

        if (context.ApiDescription.HttpMethod == "POST" && sent is { IsCommand: true, AnswersOnce: false })
        {
            done.Headers["Idempotency-Replayed"] = new OpenApiHeader { Description = "`true` when this is the answer given before.", Schema = text, Example = "true" };
        }
    }
}
