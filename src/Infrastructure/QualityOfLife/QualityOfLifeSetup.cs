using Barometre.Application.QualityOfLife;
using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Application.QualityOfLife.Stars;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Acts;
using Barometre.Domain.QualityOfLife;
using Barometre.Infrastructure.QualityOfLife.Assessments;
using Barometre.Infrastructure.QualityOfLife.Change;
using Barometre.Infrastructure.QualityOfLife.Readings;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.QualityOfLife;

/// <summary>The module QualityOfLife: the instrument, assessments, comments, stars, change.</summary>
public static class QualityOfLifeSetup
{
    public static IServiceCollection AddQualityOfLife(this IServiceCollection services)
    {
        services.AddModuleContext<IQualityOfLifeDb, QualityOfLifeDbContext>(options => new QualityOfLifeDbContext(options));
        services.AddScoped<IAssessmentWriter, AssessmentWriter>();
        services.AddSingleton<IInstruments, InstrumentLibrary>();
        services.AddSingleton<IPublishedContent, InstrumentContent>();
        services.AddScoped<ThemeCatalogue>();
        services.AddScoped<IShownAnswers, ShownAnswers>();
        services.AddScoped<ShownIndicators>();
        services.AddScoped<IRatingReadings, RatingReadings>();
        services.AddScoped<QualityOfLifeGlance>();
        services.AddScoped<IQualityOfLifeReader, QualityOfLifeReader>();
        services.AddScoped<IStarChanges, StarChanges>();
        services.AddScoped<IActsReader, NeedsActs>();
        // Two first uses at the same moment: one of them is told to send again.
        services.AddSingleton(new ConstraintError("star_board_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("project_themes_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("comment_closing_once", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("blind_choice_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("comment_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("comment_replaces", QualityOfLifeErrors.CommentAlreadyReplaced));
        services.AddScoped<IChangeStore, ChangeStore>();
        services.AddChangeJobs();
        return services;
    }
}
