namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>The OpenAPI document and its page.</summary>
internal static class ContractSetup
{
    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen();
    }

    public static void UseContract(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI();
    }
}
