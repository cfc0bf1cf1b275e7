using System.Globalization;
using System.Net;
using System.Text;
using MimeKit;

namespace Knowledge.Follow;

/// <summary>A line of a mail.</summary>
internal sealed record MailLine(string Kind, string NoticeKind, Guid Thing, string What, string Title, string Path, DateTimeOffset OccurredAt);

/// <summary>Writes mails. The same mail written twice is the same, its Message-ID and date included.</summary>
internal static class MailText
{
    public static MimeMessage Digest(Mail mail, Follower to, IReadOnlyList<MailLine> lines, string publicUrl, string from)
    {
        // By thing, the thing with the newest event first, and newest first within it.
        var things = lines.GroupBy(line => (line.NoticeKind, line.Thing)).Select(group => group.OrderByDescending(line => line.OccurredAt).ToList())
            .OrderByDescending(group => group[0].OccurredAt).ToList();
        var subject = mail.Digest == "immediate" && things.Count == 1 ? $"{What(things[0][0])}: {things[0][0].Title}"
            : $"Nätverket: {lines.Count} {(lines.Count == 1 ? "nyhet" : "nyheter")}{mail.Digest switch { "daily" => " det senaste dygnet", "weekly" => " den senaste veckan", _ => "" }}";
        var stop = $"{publicUrl}/knowledge/v1/follow/unsubscription?token={FollowToken.Of(to, FollowToken.Stop)}";
        var (text, html) = (new StringBuilder(), new StringBuilder("<!doctype html><html lang=\"sv\"><body>"));
        foreach (var thing in things)
        {
            text.Append(thing[0].Title).Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"<h2><a href=\"{WebUtility.HtmlEncode(publicUrl + thing[0].Path)}\">{WebUtility.HtmlEncode(thing[0].Title)}</a></h2><ul>");
            foreach (var line in thing)
            {
                text.Append("- ").Append(What(line)).Append('\n');
                html.Append("<li>").Append(WebUtility.HtmlEncode(What(line))).Append("</li>");
            }
            text.Append(publicUrl).Append(thing[0].Path).Append("\n\n");
            html.Append("</ul>");
        }
        text.Append("Ändra hur ofta du får mejl: ").Append(publicUrl).Append("/bevakningar\nSluta få mejl: ").Append(stop).Append('\n');
        html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{WebUtility.HtmlEncode(publicUrl)}/bevakningar\">Ändra hur ofta du får mejl</a> · <a href=\"{WebUtility.HtmlEncode(stop)}\">Sluta få mejl</a></p></body></html>");
        var message = Message(mail, to.Email!, to.Name, subject, text.ToString(), html.ToString(), publicUrl, from);
        // RFC 8058: the mail program itself can end it with one POST, and nothing that only follows links does.
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.ListId, $"<{mail.Digest}.bevakningar.{Host(publicUrl)}>");
        return message;
    }

    public static MimeMessage Confirmation(Mail mail, Follower to, string publicUrl, string from)
    {
        var link = $"{publicUrl}/knowledge/v1/follow/address/confirmation?token={FollowToken.Of(to, FollowToken.Address)}";
        return Message(mail, to.PendingEmail!, to.Name, "Bekräfta din e-postadress",
            $"Någon har bett Nätverket att skicka mejl till den här adressen.\nVar det du? Bekräfta här: {link}\n\nVar det inte du behöver du inte göra något.\n",
            $"<!doctype html><html lang=\"sv\"><body><p>Någon har bett Nätverket att skicka mejl till den här adressen.</p><p><a href=\"{WebUtility.HtmlEncode(link)}\">Bekräfta adressen</a></p><p>Var det inte du behöver du inte göra något.</p></body></html>",
            publicUrl, from);
    }

    private static string What(MailLine line) => line.Kind == "mention" ? $"Du är omnämnd. {line.What}" : line.What;

    private static string Host(string publicUrl) => new Uri(publicUrl).Host;

    private static MimeMessage Message(Mail mail, string address, string name, string subject, string text, string html, string publicUrl, string from)
    {
        var message = new MimeMessage { Subject = subject, MessageId = $"{mail.Id}@{Host(publicUrl)}", Date = mail.CreatedAt };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress(name, address));
        // Told to out-of-office robots (RFC 3834), so that they do not answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody();
        return message;
    }
}
