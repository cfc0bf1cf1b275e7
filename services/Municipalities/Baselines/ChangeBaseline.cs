using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Baselines;

/// <summary>Settles the means of an open round.</summary>
internal static class CloseBaseline
{
    public static Task<Results<Ok<BaselineView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (baseline, answers) => baseline.Close(answers, clock.Today()), stop);
}

/// <summary>Takes back a round that was opened by mistake.</summary>
internal static class WithdrawBaseline
{
    public static Task<Results<Ok<BaselineView>, ProblemHttpResult>> Handle(Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (baseline, _) => baseline.Withdraw(), stop);
}

/// <summary>Says what everybody may see of a closed round.</summary>
internal static class ShareBaseline
{
    /// <summary>What is shared from now on.</summary>
    public sealed record Request
    {
        /// <summary>Codes of the dimensions; an empty list shares none.</summary>
        [Required(ErrorMessage = "Ange vilka delar som delas, eller en tom lista."), MaxLength(8, ErrorMessage = "Högst åtta delar.")]
        public IReadOnlyList<string> Dimensions { get; init => field = value ?? []; } = [];

        /// <summary>True when the municipality offers to help others.</summary>
        public bool WillingToMentor { get; init; }
    }

    public static async Task<Results<Ok<BaselineView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        request.Dimensions.FirstOrDefault(code => !Dimensions.IsCode(code)) is { } unknown
            ? CommonErrors.Invalid.Result(null, new InvalidParameter("dimensions", $"\"{unknown}\" är inte en del av utgångsläget."))
            : await db.Change(id, user, ifMatch, (baseline, _) => baseline.Share(request.Dimensions, request.WillingToMentor), stop);
}

/// <summary>Says what support the municipality wishes for.</summary>
internal static class WishSupport
{
    /// <summary>All wishes, in place of the earlier ones.</summary>
    public sealed record Request
    {
        /// <summary>What is wished for.</summary>
        [Required(ErrorMessage = "Skicka listan över önskemål, även om den är tom."), MaxLength(20, ErrorMessage = "Högst 20 önskemål.")]
        public IReadOnlyList<SupportWish> Wishes { get; init => field = value ?? []; } = [];
    }

    public static Task<Results<Ok<BaselineView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        db.Change(id, user, ifMatch, (baseline, _) => baseline.Wish(request.Wishes), stop);
}
