using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.CpvLabels;

/// <summary>
/// <c>import-cpv FILE</c>: the official CPV list, which is not ours to hand out, from a file that the operator has. It takes the place
/// of an earlier one as a whole, or, with anything wrong in it, changes nothing.
/// </summary>
internal static class ImportCpv
{
    public const string Command = "import-cpv";

    /// <summary>Runs the command if the arguments name it; the process then ends with 1 unless the file was taken.</summary>
    public static async Task<bool> RanCpvImport(this WebApplication app, string[] args)
    {
        if (args is not [Command, .. var rest]) return false;
        if (rest is not [var path] || !File.Exists(path))
        {
            Console.Error.WriteLine($"Ange en fil som finns: {Command} FIL");
            Environment.ExitCode = 1;
            return true;
        }
        await using var scope = app.Services.CreateAsyncScope();
        using var reader = new StreamReader(path);
        if (!await Run(scope.ServiceProvider.GetRequiredService<MatchmakingDb>(), reader, Console.Out, default)) Environment.ExitCode = 1;
        return true;
    }

    /// <summary>Imports it and tells how it went, line by line; false when nothing was taken.</summary>
    public static async Task<bool> Run(MatchmakingDb db, TextReader reader, TextWriter report, CancellationToken stop)
    {
        var file = CpvFile.Read(reader);
        foreach (var fault in file.Faults) await report.WriteLineAsync(fault);
        if (file.Faults.Count > 0)
        {
            await report.WriteLineAsync($"{file.Faults.Count} fel. Ingenting är ändrat.");
            return false;
        }
        var (codes, names) = (file.Labels.Keys.ToArray(), file.Labels.Values.ToArray());
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        await db.CpvLabels.ExecuteDeleteAsync(stop);
        await db.Database.ExecuteSqlAsync($"insert into cpv_label (code, name) select code, name from unnest({codes}, {names}) as given (code, name)", stop);
        await whole.CommitAsync(stop);
        await report.WriteLineAsync($"{codes.Length} benämningar är inlästa. De syns inom en minut.");
        return true;
    }
}
