using Portal.Api;

namespace Portal.Components;

/// <summary>The page was there without the form that was sent to it.</summary>
/// <param name="State">Why; <see cref="PartState.Here"/> when the page is there and has changed.</param>
internal sealed record GonePage(PartState State);
