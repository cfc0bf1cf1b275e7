using System.ComponentModel.DataAnnotations;
using MailKit.Security;

namespace Knowledge.Follow;

/// <summary>Where mail is handed over (section <c>Smtp</c>). Without a host no mail leaves; it is kept, and people see it on the page.</summary>
public sealed class SmtpSettings
{
    /// <summary>The mail server; nothing is sent when it is absent.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>User name, when the server asks for one.</summary>
    public string? User { get; init; }

    /// <summary>Password of the user.</summary>
    public string? Password { get; init; }

    /// <summary>StartTls unless said otherwise; None only for a server on the same machine.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>Sender, such as <c>Nätverket &lt;natverket@exempel.se&gt;</c>.</summary>
    public string From { get; init; } = "Nätverket <natverket@localhost>";

    /// <summary>Whether mail can leave.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Host);
}

/// <summary>How often the worker looks (section <c>Follow</c>).</summary>
public sealed class FollowSettings
{
    /// <summary>Seconds between looks; 0 for never, as in tests that run the steps themselves.</summary>
    public double PollSeconds { get; init; } = 5;

    /// <summary>Days that what has been told is kept.</summary>
    [Range(30, 36_500)]
    public int KeepDays { get; init; } = DefaultKeepDays;

    internal const int DefaultKeepDays = 400;
}
