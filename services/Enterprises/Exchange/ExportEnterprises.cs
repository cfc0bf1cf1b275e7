using System.Text;
using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;

namespace Enterprises.Exchange;

/// <summary>All public enterprises with their published offers in one file, in the form that the import reads.</summary>
internal static class ExportEnterprises
{
    /// <summary>Forms of the file.</summary>
    public enum Format
    {
        /// <summary>A list of objects.</summary>
        Json,

        /// <summary>A line per offer, semicolons, UTF-8 with a byte order mark as spreadsheets want it.</summary>
        Csv,
    }

    public static async Task<FileContentHttpResult> Handle(Choice<Format> format, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var rows = await db.Enterprises.AsNoTracking().Public(clock.GetUtcNow()).OrderBy(row => row.Id).Whole().ToListAsync(stop);
        var all = rows.ConvertAll(ExchangedEnterprise.Of);
        return format.Value is Format.Csv
            ? TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvColumns.Write(all))], "text/csv; charset=utf-8", "enterprises.csv")
            : TypedResults.File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(all, ServiceDefaults.ApiJson.Options), "application/json", "enterprises.json");
    }
}
