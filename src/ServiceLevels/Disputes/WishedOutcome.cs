using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>What an obligation reads once a wish is granted.</summary>
public static class WishedOutcome
{
    /// <summary>
    /// The outcome in every reading, for what both sides say stands on more than one word; null when the outcome stays as computed.
    /// </summary>
    public static Outcome? Outcome(this DisputeWish wish) => wish switch
    {
        DisputeWish.OnTime => Kernel.Commitments.Outcome.Met,
        DisputeWish.Late => Kernel.Commitments.Outcome.Missed,
        DisputeWish.NotOwed => Kernel.Commitments.Outcome.Waived,
        _ => null,
    };

    /// <summary>Whose delay it is then; null when that stays as computed.</summary>
    public static Imputation? Delay(this DisputeWish wish) => wish switch
    {
        DisputeWish.DelayOfProvider => Imputation.Provider,
        DisputeWish.DelayOfCompany => Imputation.Company,
        DisputeWish.DelayOfThirdParty => Imputation.ThirdParty,
        _ => null,
    };

    /// <summary>Both, as a tally counts them.</summary>
    public static DisputeClaim Claim(this DisputeWish wish) => new(wish.Outcome(), wish.Delay());
}
