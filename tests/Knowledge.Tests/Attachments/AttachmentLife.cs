using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Knowledge.Attachments;
using Knowledge.Discussions;
using Knowledge.Meetings;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Attachments;

/// <summary>Files beside a thing: what is taken, who may add and see, and that no browser runs them.</summary>
public sealed class AttachmentLife(KnowledgeService service)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

    private HttpClient Officer(string name) => service.Host.WithToken(TestTokens.Create(Roles.ProcurementOfficer, "1280", subject: name));

    private async Task<string> Discussion(HttpClient who) => "/knowledge/v1/discussions/"
        + (await (await who.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/discussions", new StartDiscussion.Request { Title = "Med bilaga", Body = "Se filen.", Topic = "basics" }))
            .ReadAsync<DiscussionChangedView>(HttpStatusCode.Created)).Id + "/attachments";

    private static Task<HttpResponseMessage> Add(HttpClient who, string files, string name, byte[] content) =>
        who.PostAsync($"{files}?fileName={Uri.EscapeDataString(name)}", new ByteArrayContent(content));

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        return file.ToArray();
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_only_as_a_download()
    {
        var asks = Officer("bilagan-1");
        var files = await Discussion(asks);
        var added = await (await Add(asks, files, "Underlag åäö.pdf", Pdf)).ReadAsync<ListAttachments.Item>(HttpStatusCode.Created);
        Assert.Equal(("application/pdf", Pdf.Length, Convert.ToHexStringLower(SHA256.HashData(Pdf))), (added.ContentType, added.Size, added.Sha256));
        var read = await service.Public.GetAsync($"{files}/{added.Id}");
        Assert.Equal(Pdf, await read.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "Underlag åäö.pdf"), (read.Content.Headers.ContentDisposition!.DispositionType, read.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", read.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", read.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(added.Id, Assert.Single(await (await service.Public.GetAsync(files)).ReadAsync<List<ListAttachments.Item>>()).Id);
        // Not by another thing's address, and not by others away.
        await (await service.Public.GetAsync($"{await Discussion(asks)}/{added.Id}")).ReadProblemAsync(404, "attachment/not-found");
        await (await Officer("annan").DeleteAsync($"{files}/{added.Id}")).ReadProblemAsync(403, "attachment/not-yours");
        Assert.Equal(HttpStatusCode.NoContent, (await asks.DeleteAsync($"{files}/{added.Id}")).StatusCode);
        await (await service.Public.GetAsync($"{files}/{added.Id}")).ReadProblemAsync(404, "attachment/not-found");
    }

    [Fact]
    public async Task What_a_file_is_its_own_bytes_say()
    {
        var asks = Officer("bilagan-2");
        var files = await Discussion(asks);
        var word = Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"));
        (string Name, byte[] Content)[] taken =
        [
            ("a.pdf", Pdf), ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]), ("a.JPG", [0xFF, 0xD8, 0xFF, 0xE0]), ("a.docx", word),
            ("a.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))), ("a.csv", Encoding.UTF8.GetBytes("kommun;värde\nTierp;4\n")),
        ];
        foreach (var (name, content) in taken) Assert.Equal((name, HttpStatusCode.Created), (name, (await Add(asks, files, name, content)).StatusCode));
        (string Name, byte[] Content)[] refused =
        [
            ("a.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>")), ("a.svg", Encoding.UTF8.GetBytes("<svg/>")), ("a.exe", [0x4D, 0x5A]), ("a.pdf", Encoding.UTF8.GetBytes("<html>")),
            ("a.png", Pdf), ("a.docx", Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "x"))), ("a.xlsx", word), ("a.docm", word),
            ("a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x"))), ("a.docx", [0x50, 0x4B, 3, 4, 9, 9]), ("a.txt", [0x41, 0, 0x42]),
            ("a.csv", [0xC3, 0x28]), ("a", Pdf), ("a.pdf ", Pdf), ("a.pdf.", Pdf), ("a.pdf.html", Pdf), (".svg", Pdf), ("a.jpg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
            ("a.png", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>")), ("a.docx", []), ("a.pdf", []), ("a.pdf", [.. " "u8, .. Pdf]),
            ("a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text" + new string(' ', 200)), ("content.xml", "x"))),
        ];
        foreach (var (name, content) in refused) await (await Add(asks, files, name, content)).ReadProblemAsync(415, "attachment/not-taken");
        foreach (var name in (string[])["../a.pdf", "..\\a.pdf", "c:a.pdf", "a\u0000.pdf", "a\r\nX-Header: 1.pdf", "a\u202Efdp.pdf", "\u0085.pdf", new string('a', 117) + ".pdf", ""])
            await (await Add(asks, files, name, Pdf)).ReadProblemAsync(400, "request/invalid");
        await (await Add(asks, files, "a.pdf", [.. Pdf, .. new byte[Attachment.Largest]])).ReadProblemAsync(413, "attachment/too-large");
        Assert.Equal(HttpStatusCode.Created, (await Add(asks, files, "stor.pdf", [.. Pdf, .. new byte[Attachment.Largest - Pdf.Length]])).StatusCode);
        for (var number = taken.Length + 1; number < Attachment.Most; number++) Assert.Equal(HttpStatusCode.Created, (await Add(asks, files, "a.pdf", Pdf)).StatusCode);
        await (await Add(asks, files, "a.pdf", Pdf)).ReadProblemAsync(409, "attachment/too-many");
    }

    [Fact]
    public async Task The_last_place_is_taken_once_however_many_come_at_once()
    {
        var asks = Officer("bilagan-3");
        var files = await Discussion(asks);
        var answers = await Task.WhenAll(Enumerable.Range(0, Attachment.Most + 10).Select(number => Add(asks, files, $"{number}.pdf", Pdf)));
        Assert.Equal((Attachment.Most, 10), (answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict)));
        Assert.Equal(Attachment.Most, (await (await service.Public.GetAsync(files)).ReadAsync<List<ListAttachments.Item>>()).Count);
    }

    [Fact]
    public async Task Who_does_not_see_the_thing_sees_no_file_and_who_may_not_change_it_adds_none()
    {
        var malmo = service.Lead("1280");
        var meeting = await (await malmo.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/meetings", new PlanMeeting.Request
        {
            Title = "Planerat", Agenda = "-", Place = "Malmö", Capacity = 5,
            StartsAt = new DateTimeOffset(2089, 1, 1, 9, 0, 0, TimeSpan.Zero), EndsAt = new DateTimeOffset(2089, 1, 1, 10, 0, 0, TimeSpan.Zero),
        })).ReadAsync<MeetingChangedView>(HttpStatusCode.Created);
        var files = $"/knowledge/v1/meetings/{meeting.Id}/attachments";
        var added = await (await Add(malmo, files, "a.pdf", Pdf)).ReadAsync<ListAttachments.Item>(HttpStatusCode.Created);
        foreach (var other in new[] { service.Public, service.Lead("0360"), service.NetworkLead })
        {
            await (await other.GetAsync(files)).ReadProblemAsync(404, "attachment/not-found");
            await (await other.GetAsync($"{files}/{added.Id}")).ReadProblemAsync(404, "attachment/not-found");
        }
        await (await Add(service.Lead("0360"), files, "a.pdf", Pdf)).ReadProblemAsync(404, "attachment/not-found");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Add(service.Public, files, "a.pdf", Pdf)).StatusCode);
        var chapter = await (await service.Public.GetAsync("/knowledge/v1/articles/iop")).ReadAsync<Knowledge.Articles.GetArticle.Response>();
        await (await Add(malmo, $"/knowledge/v1/articles/{chapter.Id}/attachments", "a.pdf", Pdf)).ReadProblemAsync(403, "attachment/not-yours");
        Assert.Equal(HttpStatusCode.Created, (await Add(service.NetworkLead, $"/knowledge/v1/articles/{chapter.Id}/attachments", "a.pdf", Pdf)).StatusCode);
        var example = await (await service.Public.GetAsync("/knowledge/v1/cases/tvatt-med-reserverat-kontrakt")).ReadAsync<Knowledge.Cases.GetCase.Response>();
        await (await Add(malmo, $"/knowledge/v1/cases/{example.Id}/attachments", "a.pdf", Pdf)).ReadProblemAsync(403, "attachment/not-yours");
    }
}
