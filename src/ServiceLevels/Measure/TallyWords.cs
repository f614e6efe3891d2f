using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Sentences about a tally: counts under twenty, rates with their base from there on, both sides in the same words.</summary>
internal static class TallyWords
{
    /// <summary>"À l'heure : 24 sur 41 avec preuve, 33 en comptant les déclarations."</summary>
    public static string OnTime(this Tally tally) => tally.Base == 0
        ? Texts.Tally_Nothing
        : tally.Kept == tally.Proven
            ? Texts.Tally_OnTimeProven.With(tally.Proven, tally.Base)
            : Texts.Tally_OnTime.With(tally.Proven, tally.Base, tally.Kept);

    /// <summary>What is not on time, and what is not in the base; null when there is nothing to say.</summary>
    public static string? Rest(this Tally tally, string unitOne, string unitMany)
    {
        var parts = new List<string>();
        Add(parts, tally.WithoutIndependentTrace, Texts.Tally_WithoutTrace.With(1, unitOne), Texts.Tally_WithoutTrace.With("{0}", unitMany));
        Add(parts, tally.Late, Texts.Tally_LateOne, Texts.Tally_Late);
        Add(parts, tally.Excused, Texts.Tally_ExcusedOne, Texts.Tally_Excused);
        Add(parts, tally[Standing.Imprecise], Texts.Tally_ImpreciseOne, Texts.Tally_Imprecise);
        return parts.Count == 0 ? null : string.Join(", ", parts) + ".";
    }

    /// <summary>"11 sur 12" under twenty, "61,5 %" from there on.</summary>
    public static string Rate(int count, int of) => of switch
    {
        0 => Texts.Tally_NotEnough,
        < RateBase.FewestForARate => Texts.Tally_Of.With(count, of),
        _ => Percent(count, of),
    };

    public static string Percent(int count, int of) => Texts.Tally_Percent.With((100m * count / of).ToString("0.#", CultureInfo.CurrentCulture));

    /// <summary>The answer of a scorecard: "61,5 % avec preuve, 74,0 % en comptant les déclarations (208 questions)".</summary>
    public static string Answer(this Tally tally, string unit) => tally.Base == 0
        ? Texts.Tally_Nothing
        : Texts.Tally_Answer.With(Rate(tally.Proven, tally.Base), Rate(tally.Kept, tally.Base), tally.Base.ToString("N0", CultureInfo.CurrentCulture), unit);

    /// <summary>What the drawing of a standing says, with whose delay it is.</summary>
    public static string Text(this Standing standing, Imputation? delay) => standing switch
    {
        Standing.KeptProven => Texts.Standing_Proven,
        Standing.KeptByCompany => Texts.Standing_Company,
        Standing.KeptByProvider => Texts.Standing_Provider,
        Standing.Late => Texts.Standing_Late.With((delay ?? Imputation.Undetermined).Text()),
        Standing.LateByCompany => Texts.Standing_LateByCompany,
        Standing.LateByProvider => Texts.Standing_LateByProvider,
        Standing.NoTrace => Texts.Standing_NoTrace,
        Standing.Undated => Texts.Outcome_Undated,
        Standing.NotYetProven => Texts.Outcome_NotYetProven,
        Standing.Waived => Texts.Outcome_Waived,
        Standing.Imprecise => Texts.Outcome_Imprecise,
        Standing.Outside => Texts.Outcome_Cancelled,
        _ => Texts.Standing_Open,
    };

    /// <summary>Letter beside the exclamation mark of a late due date.</summary>
    public static string? Letter(this Imputation? delay) => delay switch
    {
        Imputation.Provider => Texts.Delay_ProviderLetter,
        Imputation.Company => Texts.Delay_CompanyLetter,
        Imputation.ThirdParty => Texts.Delay_ThirdPartyLetter,
        Imputation.Shared => "=",
        _ => null,
    };

    private static void Add(List<string> parts, int count, string one, string many)
    {
        if (count > 0)
        {
            parts.Add(count == 1 ? one : many.With(count.ToString("N0", CultureInfo.CurrentCulture)));
        }
    }
}
