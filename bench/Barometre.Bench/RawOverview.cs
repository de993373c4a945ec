using Barometre.Application.CoProduction.Overviews;
using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.AccomplishmentPlan.Readings;
using Barometre.Infrastructure.CoProduction;
using Barometre.Infrastructure.QualityOfLife.Readings;
using Barometre.Infrastructure.SocialNetwork;
using Barometre.Infrastructure.Strengths;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Barometre.Bench;

/// <summary>The floor of the overview: the same five statements in one batch of raw Npgsql, every column of every row read, and the same JSON made of the same records.</summary>
/// <remarks>It folds no map and opens no words: a floor lower than anything that could do the work.</remarks>
internal static class RawOverview
{
    public static async Task<IResult> GetAsync(NpgsqlDataSource database, Guid person, Guid account, Overview answer, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Glance(person, account));
        batch.BatchCommands.Add(ShownAnswers.Statement(QualityOfLifeGlance.Sql, person, new RatingReader(false, Perspective.ServiceUser, account)));
        batch.BatchCommands.Add(Statement(FactStore.WithoutComments, person));
        batch.BatchCommands.Add(Statement(StrengthsReader.Glance, person, null));
        batch.BatchCommands.Add(Statement(PlanOverviewSql.Sql, person));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync(cancellationToken))
            {
                reader.GetValues(row);
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return Results.Ok(answer);
    }

    // As the person asks it.
    private static NpgsqlBatchCommand Glance(Guid person, Guid account)
    {
        var statement = Statement(GlanceSql.Sql, person, account, null);
        statement.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = true });
        statement.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = true });
        return statement;
    }

    private static NpgsqlBatchCommand Statement(string sql, params Guid?[] parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            statement.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = parameter });
        }

        return statement;
    }
}
