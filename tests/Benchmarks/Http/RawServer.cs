using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Municipalities.Needs;
using Npgsql;
using ServiceDefaults;

namespace Benchmarks.Http;

/// <summary>
/// The base of the ratios: minimal endpoints with hand-written SQL and nothing else, answering the same bytes from the same
/// table: no token, no access rule, no validation, no version, no event, no telemetry.
/// </summary>
internal static class RawServer
{
    private const string Columns = """
        id, version, municipality_code, status, title, description, unit, cpv_codes, kind, value_sek, months, target_groups,
        answer_by, published_at, closed_at, outcome, changed_at
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            foreach (var converter in ApiJson.Options.Converters) options.SerializerOptions.Converters.Add(converter);
        });
        var app = builder.Build();
        var database = NpgsqlDataSource.Create(arguments[0]);
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/needs/{id:guid}", async (Guid id) =>
        {
            await using var command = database.CreateCommand($"SELECT {Columns} FROM need WHERE id = $1");
            command.Parameters.AddWithValue(id);
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? Results.Ok(Read(reader)) : Results.NotFound();
        });
        app.MapGet("/needs", async (string status, int limit) =>
        {
            await using var command = database.CreateCommand(
                $"SELECT {Columns} FROM need WHERE status = $1 ORDER BY listed_at DESC, id LIMIT $2");
            command.Parameters.AddWithValue(status);
            command.Parameters.AddWithValue(limit);
            await using var reader = await command.ExecuteReaderAsync();
            var needs = new List<NeedView>(limit);
            while (await reader.ReadAsync()) needs.Add(Read(reader));
            return Results.Ok(needs);
        });
        app.MapPost("/needs", async (RawNeed need) =>
        {
            await using var command = database.CreateCommand("""
                INSERT INTO raw_need (id, municipality_code, status, title, description, cpv_codes, kind, value_sek, months, target_groups, changed_at)
                VALUES ($1, '1280', 'draft', $2, $3, $4, $5, $6, $7, $8, now())
                """);
            var id = Guid.CreateVersion7();
            foreach (object value in new object[] { id, need.Title, need.Description, need.CpvCodes, need.Kind, need.ValueSek, need.Months, need.TargetGroups })
                command.Parameters.AddWithValue(value);
            await command.ExecuteNonQueryAsync();
            return Results.Created($"/needs/{id}", new { id });
        });
        await app.RunAsync();
        return 0;
    }

    private static NeedView Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), row.GetString(2), Parse<NeedStatus>(row.GetString(3)), row.GetString(4), row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<string[]>(7), Parse<NeedKind>(row.GetString(8)),
        row.IsDBNull(9) ? null : row.GetDecimal(9), row.IsDBNull(10) ? null : row.GetInt32(10), row.GetFieldValue<string[]>(11),
        row.IsDBNull(12) ? null : row.GetFieldValue<DateOnly>(12), Time(row, 13), Time(row, 14), null, Time(row, 16)!.Value);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static T Parse<T>(string kebab) where T : struct, Enum => Enum.Parse<T>(kebab.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private sealed record RawNeed(string Title, string Description, string[] CpvCodes, string Kind, decimal ValueSek, int Months, string[] TargetGroups);
}
