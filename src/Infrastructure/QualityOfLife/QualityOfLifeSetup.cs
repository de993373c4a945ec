using Barometre.Application.QualityOfLife;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Infrastructure.QualityOfLife.Import;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.QualityOfLife;

/// <summary>The module QualityOfLife: the instrument, assessments, comments, stars, change.</summary>
public static class QualityOfLifeSetup
{
    public static IServiceCollection AddQualityOfLife(this IServiceCollection services)
    {
        services.AddModuleContext<IQualityOfLifeDb, QualityOfLifeDbContext>(options => new QualityOfLifeDbContext(options));
        services.AddScoped<IAnswerLoader, AnswerLoader>();
        return services;
    }
}
