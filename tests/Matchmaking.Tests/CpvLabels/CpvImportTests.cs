using System.Net.Http.Json;
using System.Text.Json;
using Matchmaking.CpvLabels;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Matchmaking.Tests.CpvLabels;

public class CpvImportTests(Service service)
{
    private const string Good = "code,label_sv\n50800000,\"Påhittat, lagning\"\n90910000-9,Påhittad \n\n71000000,\"Säger \"\"hej\"\"\"\n";

    [Fact]
    public void A_file_is_read_with_quotation_marks_check_digits_and_empty_lines()
    {
        var file = CpvFile.Read(new StringReader(Good));
        Assert.Empty(file.Faults);
        Assert.Equal(["50800000 Påhittat, lagning", "71000000 Säger \"hej\"", "90910000 Påhittad"], file.Labels.Select(label => $"{label.Key} {label.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("kod;namn\n50800000,Ett", "Rad 1:")]
    [InlineData("code,label_sv\n50800000,Ett\n12345678,Finns inte", "Rad 3: ”12345678”")]
    [InlineData("code,label_sv\n50800000,Ett\n50800000,Två", "Rad 3: koden 50800000 står redan på rad 2")]
    [InlineData("code,label_sv\n50800000,Ett, två", "Rad 2: ska ha två fält")]
    [InlineData("code,label_sv\n50800000,\"Ett", "Rad 2: ska ha två fält")]
    [InlineData("code,label_sv\n50800000,\"Ett\"x", "Rad 2: ska ha två fält")]
    [InlineData("code,label_sv\n50800000,  ", "Rad 2: benämningen")]
    [InlineData("code,label_sv\n50800000,L\uFFFDgning", "Rad 2: benämningen")]
    [InlineData("code,label_sv\n", "Filen har inga koder")]
    public void What_is_wrong_is_told_with_its_line(string text, string told) =>
        Assert.StartsWith(told, Assert.Single(CpvFile.Read(new StringReader(text)).Faults), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_takes_the_place_of_the_last_one_as_a_whole_and_a_bad_one_changes_nothing()
    {
        await using var alone = await service.AloneAsync();
        Assert.True((await Import(alone, "code,label_sv\n03000000,Gammalt")).Taken);
        Assert.Equal((true, "3 benämningar är inlästa. De syns inom en minut.\n"), await Import(alone, Good));
        Assert.Equal(["50800000", "71000000", "90910000"], await Codes(alone));

        var (taken, report) = await Import(alone, "code,label_sv\n03000000,Bra\n1,Dålig\n03000000,Dubbel");
        Assert.False(taken);
        Assert.Equal(["Rad 3: ”1” är ingen kod i CPV 2008.", "Rad 4: koden 03000000 står redan på rad 2.", "2 fel. Ingenting är ändrat."],
            report.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["50800000", "71000000", "90910000"], await Codes(alone));
    }

    [Fact]
    public async Task Reasons_and_readings_say_the_official_label_and_without_one_their_own()
    {
        await using var alone = await service.AloneAsync();
        var need = Told.Need("9911");
        await alone.Hear(Told.Municipality("9911"), need, Told.Enterprise("9911"));
        await Eventually.TrueAsync(async () => (await Matches()).Contains("Samma CPV-kod: 50800000.", StringComparison.Ordinal));
        var own = await Reading();
        Assert.Equal(own.GetProperty("name").GetString(), own.GetProperty("cpvLabel").GetString());

        var code = own.GetProperty("cpvCode").GetString();
        await Import(alone, $"code,label_sv\n{(code == "50800000" ? "" : $"{code},Påhittad benämning\n")}50800000,Påhittad benämning");
        await Eventually.TrueAsync(async () => (await Matches()).Contains("Samma CPV-kod: 50800000 (Påhittad benämning).", StringComparison.Ordinal));
        Assert.EndsWith("\nPåhittad benämning/Påhittad benämning", await Matches(), StringComparison.Ordinal);
        Assert.Equal("Påhittad benämning", (await Reading()).GetProperty("cpvLabel").GetString());

        async Task<string> Matches()
        {
            var answer = await alone.Host.Public().GetAsync($"/matchmaking/v1/needs/{need.Id}/matches");
            return answer.IsSuccessStatusCode && (await answer.ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray().ToList() is [var match, ..]
                ? string.Join('\n', match.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("text").GetString()).Append($"{match.GetProperty("need").GetProperty("cpvLabel")}/{match.GetProperty("offer").GetProperty("cpvLabel")}")) : "";
        }

        async Task<JsonElement> Reading() =>
            (await (await alone.Host.Public().PostAsJsonAsync("/matchmaking/v1/trade-readings", new { text = "Kommunens cyklar behöver lagas" })).ReadAsync<JsonElement>())
                .GetProperty("items")[0];
    }

    private static async Task<(bool Taken, string Report)> Import(Service alone, string text)
    {
        var report = new StringWriter { NewLine = "\n" };
        return (await alone.Host.WithDatabase<MatchmakingDb, bool>(db => ImportCpv.Run(db, new StringReader(text), report, default)), report.ToString());
    }

    private static Task<List<string>> Codes(Service alone) =>
        alone.Host.WithDatabase<MatchmakingDb, List<string>>(db => db.CpvLabels.Select(label => label.Code).OrderBy(code => code).ToListAsync());
}
