using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>Puts histories of answers straight into the tables, behind the walls.</summary>
internal static class Histories
{
    public static readonly string[] Themes = ["needs.housing", "needs.food", "health.mental", "health.energy", "social_life.family"];

    /// <summary>An assessment of <paramref name="perspective"/> with one answer of <paramref name="kind"/> to <paramref name="theme"/>; returns its id.</summary>
    public static async Task<Guid> AnswerAsync(
        this Installation installation, Guid person, string theme, int? rating, DateTimeOffset at,
        Perspective perspective = Perspective.ServiceUser, AnswerKind kind = AnswerKind.Rating)
    {
        var assessment = Guid.CreateVersion7();
        await installation.ExecuteAsync($"""
            INSERT INTO quality_of_life.assessment
                (service_user_id, id, instrument, instrument_version, perspective, setting, state, opened_by, opened_at, device_opened_at, recorded_at, version)
                VALUES ('{person}', '{assessment}', 'barometre-qol', '1.0.0', '{Words.Of(perspective)}', 'alone', 'completed', '{person}', '{at:O}', '{at:O}', now(), 1);
            INSERT INTO quality_of_life.answer (service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id)
                VALUES ('{person}', '{Guid.CreateVersion7()}', '{assessment}', '{theme}', '{Words.Of(perspective)}', '{Words.Of(kind)}', {(rating is null ? "NULL" : $"{rating}")}, '{at:O}', '{at:O}', now(), '{person}');
            """);
        return assessment;
    }

    /// <summary>Sends a request as the installation itself, as jobs and the command line do.</summary>
    public static async Task<T> SendAsync<T>(this Installation installation, IRequest<T> request)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public static async Task<long> CountAsync(this Installation installation, string sql)
    {
        await using var command = installation.Owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
