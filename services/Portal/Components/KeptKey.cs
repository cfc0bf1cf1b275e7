namespace Portal.Components;

/// <summary>The key of a form that was sent with an outcome that nobody knows; it goes along when the form is sent again.</summary>
/// <param name="Value">The key.</param>
internal sealed record KeptKey(string Value);
