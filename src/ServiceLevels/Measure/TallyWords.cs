using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Sentences about a tally: counts under twenty, rates with their base from there on, both sides in the same words.</summary>
public static class TallyWords
{
    /// <summary>"Renseignées : 14 échéances sur 79."</summary>
    public static string Coverage(this Tally tally, string unitOne, string unitMany) =>
        (unitMany == Texts.Tally_DueDates ? Texts.Tally_CoverageDueDates : Texts.Tally_Coverage).With(Count(tally.Told), Count(tally.Due), tally.Told < 2 ? unitOne : unitMany);

    /// <summary>The coverage where something is not told yet, with the space that parts it from what follows; else nothing.</summary>
    public static string CoverageFirst(this Tally tally, string unitOne, string unitMany) => tally.Told == tally.Due ? "" : tally.Coverage(unitOne, unitMany) + " ";

    /// <summary>"À l'heure : 9 sur 14, dont 6 avec preuve."</summary>
    public static string OnTime(this Tally tally) => tally switch
    {
        { IsKnown: false, Undated: > 0 } => Texts.Tally_TooManyUndated.With(Count(tally.Undated), Count(tally.Base)),
        { Base: 0 } => Texts.Tally_Nothing,
        { Kept: 0 } => Texts.Tally_OnTimeNone.With(Count(tally.Base)),
        _ => Texts.Tally_OnTime.With(Count(tally.Kept), Count(tally.Base), Count(tally.Proven)),
    };

    /// <summary>"En désaccord : 1. À l'heure : 10 sur 12, 11 si le désaccord est admis."; null where nothing is contested.</summary>
    public static string? IfAdmitted(this Tally tally) => tally.Disputed == 0 || tally.Base + tally.BaseIfAdmitted == 0 ? null
        : tally.Base == tally.BaseIfAdmitted
            ? Texts.Tally_Disputed.With(tally.Disputed, Count(tally.Kept), Count(tally.Base), Count(tally.KeptIfAdmitted))
            : Texts.Tally_DisputedBase.With(
                tally.Disputed, Count(tally.Kept), Count(tally.Base), Count(tally.KeptIfAdmitted), Count(tally.BaseIfAdmitted));

    /// <summary>What is not on time, and what is not in the base; null when there is nothing to say.</summary>
    public static string? Rest(this Tally tally, string unitOne, string unitMany)
    {
        var parts = new List<string>();
        Add(parts, tally.WithoutIndependentTrace, Texts.Tally_WithoutTrace.With(1, unitOne), Texts.Tally_WithoutTrace.With("{0}", unitMany));
        Add(parts, tally.Late, Texts.Tally_LateOne, Texts.Tally_Late);
        var said = tally[Standing.LateByCompany] + tally[Standing.LateByProvider];
        Add(parts, said, Texts.Tally_LateSaid.With(1), Texts.Tally_LateSaid);
        Add(parts, tally.Excused, Texts.Tally_ExcusedOne, Texts.Tally_Excused);
        Add(parts, tally[Standing.Imprecise], Texts.Tally_ImpreciseOne, Texts.Tally_Imprecise);
        Add(parts, tally.Undated, Texts.Tally_UndatedOne, Texts.Tally_Undated);
        Add(parts, tally[Standing.NotYetProven], Texts.Tally_NotYetProvenOne, Texts.Tally_NotYetProven);
        Add(parts, tally[Standing.Waived], Texts.Tally_WaivedOne, Texts.Tally_Waived);
        return parts.Count == 0 ? null : string.Join(", ", parts) + ".";
    }

    /// <summary>"+ 6 faits, date inconnue": what stands beside a bar and not in it; null when there is none.</summary>
    public static string? AfterBar(this Tally tally) => tally.Undated switch
    {
        0 => null,
        1 => Texts.Tally_AfterUndatedOne,
        var many => Texts.Tally_AfterUndated.With(Count(many)),
    };

    /// <summary>"11 sur 12" under twenty, "61,5 %" from there on.</summary>
    public static string Rate(int count, int of) => of switch
    {
        0 => Texts.Tally_NotEnough,
        < RateBase.FewestForARate => Texts.Tally_Of.With(count, of),
        _ => Percent(count, of),
    };

    /// <summary>The rate with proof, with what it is of where that is not what all are counted of: "61,5 % sur 190".</summary>
    public static string ProvenRate(this Tally tally) => !tally.IsProvenKnown && tally.ProvenBase > 0 ? Texts.Tally_NotDated
        : tally.HasTwoBases() && tally.ProvenBase >= RateBase.FewestForARate ? Texts.Tally_RateOf.With(Rate(tally.Proven, tally.ProvenBase), Count(tally.ProvenBase))
        : Rate(tally.Proven, tally.ProvenBase);

    /// <summary>The rate with proof is of another number than that with all declarations.</summary>
    public static bool HasTwoBases(this Tally tally) => tally.Base > 0 && tally.ProvenBase != tally.Base;

    /// <summary>The rate, all declarations counted.</summary>
    public static string KeptRate(this Tally tally) => tally.IsKnown || tally.Base == 0 ? Rate(tally.Kept, tally.Base) : Texts.Tally_NotDated;

    public static string Percent(int count, int of) => Texts.Tally_Percent.With(Shares.Percent(count, of).ToString("0.#", CultureInfo.CurrentCulture));

    /// <summary>From what is proven to what declarations say as well, "39 à 52,5 %"; null under twenty, where there is no rate.</summary>
    public static string? RateSpan(this Tally tally)
    {
        if (!tally.IsKnown || tally.IsFew)
        {
            return null;
        }

        // With proof, what is late by a word alone is left out: that share may be the higher one.
        var kept = Percent(tally.Kept, tally.Base);
        var isLess = (long)tally.Proven * tally.Base <= (long)tally.Kept * tally.ProvenBase;
        if (tally.IsProvenFew)
        {
            return isLess ? Texts.Scorecard_RateUpTo.With(kept) : kept;
        }

        var proven = Percent(tally.Proven, tally.ProvenBase);
        return proven == kept ? kept : isLess ? Texts.Scorecard_RateSpan.With(proven, kept) : Texts.Scorecard_RateSpan.With(kept, proven);
    }

    /// <summary>The count with proof; why there is none where what has no date would decide it.</summary>
    public static string ProvenCounts(this Tally tally) =>
        !tally.IsProvenKnown && tally.ProvenBase > 0 ? Texts.Tally_NotDated : Counts(tally.Proven, tally.ProvenBase);

    /// <summary>The count, all declarations counted; why there is none where what has no date would decide it.</summary>
    public static string KeptCounts(this Tally tally) =>
        tally.IsKnown || tally.Base == 0 ? Counts(tally.Kept, tally.Base) : Texts.Tally_NotDated;

    /// <summary>"8 sur 12", however many there are; why there is no count where there is none.</summary>
    public static string Counts(int count, int of) => of == 0 ? Texts.Tally_NotEnough : Texts.Tally_Of.With(Count(count), Count(of));

    /// <summary>Both readings in the room of a month's cell: "62 à 74 %", "3 à 9/12"; one figure where they agree.</summary>
    public static string Short(this Tally tally)
    {
        if (!tally.IsKnown)
        {
            return "·";
        }

        if (tally.IsFew || tally.IsProvenFew)
        {
            return Span(Count(tally.Proven), Count(tally.Kept)) + "/" + Count(tally.Base);
        }

        var (proven, kept) = (Shares.Percent(tally.Proven, tally.ProvenBase, decimals: 0), Shares.Percent(tally.Kept, tally.Base, decimals: 0));
        return Texts.Tally_Percent.With(Span(proven.ToString("0", CultureInfo.CurrentCulture), kept.ToString("0", CultureInfo.CurrentCulture)));
    }

    /// <summary>The answer of a scorecard: "61,5 % avec preuve, 74,0 % en comptant les déclarations (208 questions)".</summary>
    public static string Answer(this Tally tally, string unit) => tally switch
    {
        { IsKnown: false, Undated: > 0 } => Texts.Tally_TooManyUndated.With(Count(tally.Undated), Count(tally.Base)),
        { Base: 0 } => Texts.Tally_Nothing,
        { ProvenBase: 0 } => Texts.Tally_AnswerNoProof.With(Texts.Tally_Of.With(tally.Kept, tally.Base), unit),
        _ when tally.Base < tally.ProvenBase => Texts.Tally_AnswerBoth.With(Of(tally.Proven, tally.ProvenBase), Of(tally.Kept, tally.Base), unit),
        _ when tally.Base == tally.ProvenBase => Texts.Tally_Answer.With(tally.ProvenRate(), tally.KeptRate(), Count(tally.Base), unit),
        _ => Texts.Tally_AnswerTwo.With(Of(tally.Proven, tally.ProvenBase), Of(tally.Kept, tally.Base), unit, Count(tally.Base - tally.ProvenBase)),
    };

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
        Standing.Imprecise => Texts.Outcome_Imprecise,
        Standing.Undated => Texts.Outcome_Undated,
        Standing.NotYetProven => Texts.Outcome_NotYetProven,
        Standing.Waived => Texts.Outcome_Waived,
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

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    // Each with what it is of, since that is not the same.
    private static string Of(int count, int of) => of < RateBase.FewestForARate ? Rate(count, of) : Texts.Tally_RateOf.With(Rate(count, of), Count(of));

    private static string Span(string from, string to) => from == to ? to : Texts.Tally_Short.With(from, to);

    private static void Add(List<string> parts, int count, string one, string many)
    {
        if (count > 0)
        {
            parts.Add(count == 1 ? one : many.With(Count(count)));
        }
    }
}
