using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Sentences of a scorecard.</summary>
internal static class ScorecardWords
{
    /// <summary>Commitments that count cases and are named in one sentence.</summary>
    private const int MostNamed = 2;

    /// <summary>"la moitié en moins de 3 h, 9 sur 10 en moins de 11 h".</summary>
    public static string? Pace(PaceFigures? pace, Duration openDay) => pace is null ? null : Texts.Scorecard_Pace.With(Open(pace.Half, openDay), Open(pace.NineInTen, openDay), pace.Count.ToString("N0", CultureInfo.CurrentCulture));

    // "33 h 30 d’ouverture (4 jours et 3 h 30 de votre calendrier)".
    private static string Open(Duration length, Duration openDay) => Texts.Case_Open.With(length.Text()) is var open && length.OfCalendar(openDay) is { } days ? Texts.Span_Beside.With(open, days) : open;

    /// <summary>"95 % des questions, engagement de service accepté, sur pièce" or an internal target.</summary>
    public static string? Target(CommitmentFacts commitment)
    {
        var version = commitment.Newest;
        return CommitmentSentence.Target(version) is not { } target ? null
            : version.IsInternalTarget ? Texts.Scorecard_Internal.With(target)
            : version.AcceptedWay == AcceptedWay.Link ? Texts.Scorecard_AgreedByLink.With(target)
            : Texts.Scorecard_Agreed.With(target, version.AcceptedFile);
    }

    /// <summary>Both sides of a contract in the same words, by what is counted: what the provider owes, then what we owe.</summary>
    public static string Sides(ContractScorecard contract)
    {
        var sides = new List<string>();
        Add(sides, contract.Provider ?? Texts.Party_Provider, contract.Theirs);
        Add(sides, Texts.Scorecard_Ours, contract.Ours);
        return sides.Count == 0 ? Texts.Tally_Nothing : string.Join(" ", sides);

        static void Add(List<string> sides, string who, ContractSide side)
        {
            // A sentence for the due dates; the commitments that count cases are named where there is nothing else.
            if (side.Kinds.Count > 0)
            {
                sides.Add(Texts.Scorecard_SideKinds.With(who, string.Join(Texts.Scorecard_Semicolon, side.Kinds.Take(side.Kinds[0].Commitment is null ? 1 : MostNamed).Select(kind => Kind(NameOf(kind), kind.Whole)))));
            }
        }
    }

    private static string NameOf(SideKind kind) => kind.Commitment ?? kind.UnitMany;

    private static string Told(string unit, Tally whole) => whole.Told == whole.Due ? ""
        : (unit == Texts.Tally_DueDates || unit == Texts.Scorecard_DueDatesTheirs || unit == Texts.Scorecard_DueDatesOurs ? Texts.Scorecard_KindToldDueDates : Texts.Scorecard_KindTold).With(whole.Told, whole.Due);

    /// <summary>"échéances : à l’heure 24 sur 41, dont 12 avec preuve".</summary>
    public static string Kind(string unit, Tally whole)
    {
        var told = Told(unit, whole);
        var kept = whole switch
        {
            { IsKnown: false, Undated: > 0 } => Texts.Scorecard_KindUndated.With(whole.Undated, whole.Base),
            { Base: 0 } => Texts.Tally_NotEnough,
            { Kept: 0 } => Texts.Scorecard_KindNone.With(whole.Base),
            _ => Texts.Scorecard_KindOnTime.With(whole.Kept, whole.Base, whole.Proven),
        };
        var disputed = whole.Disputed == 0 ? ""
            : Texts.Scorecard_KindDisputed.With(Count(whole.KeptIfAdmitted), Count(whole.BaseIfAdmitted), whole.Disputed);
        return Texts.Scorecard_Kind.With(unit, told + kept + disputed);
    }

    /// <summary>The due dates of each side over the twelve months: invoices and questions are counted one by one, and are no sum with those.</summary>
    public static IEnumerable<string> DueDates(IReadOnlyList<ContractScorecard> contracts)
    {
        foreach (var (owedByCompany, words) in new[] { (false, Texts.Scorecard_DueDatesTheirs), (true, Texts.Scorecard_DueDatesOurs) })
        {
            var whole = new Tally();
            foreach (var month in contracts.SelectMany(contract => contract.SummedOf(card => !card.IsClock && card.Commitment.Row.Performer == Party.Company == owedByCompany)))
            {
                whole.Add(month.Tally);
            }

            if (whole.Due > 0)
            {
                yield return Kind(words, whole) + ".";
            }
        }
    }

    /// <summary>In a list: "9 échéances sur 14, dont 6 avec preuve"; what is counted case by case with its name; or why there is no figure.</summary>
    public static string InList(SideKind kind) => kind.Whole switch
    {
        { IsKnown: false, Undated: > 0 } => Texts.Tally_NotDated,
        { Base: 0 } => Texts.Outcome_NotYetProven,
        { Kept: 0 } none when kind.Commitment is { } name => Texts.List_Named.With(name, Texts.List_NamedNone.With(Count(none.Base))),
        { Kept: 0 } none => Texts.List_CountsNone.With(kind.UnitOne, Count(none.Base)),
        var whole when kind.Commitment is { } name => Texts.List_Named.With(name, Texts.List_NamedCounts.With(Count(whole.Kept), Count(whole.Base), Count(whole.Proven))),
        var whole => Texts.List_Counts.With(Count(whole.Kept), whole.Kept == 1 ? kind.UnitOne : kind.UnitMany, Count(whole.Base), Count(whole.Proven)),
    };

    /// <summary>One side by what it is known by: "Cabinet Martin, échéances : à l’heure 24 sur 41, dont 12 avec preuve."</summary>
    public static string Side(string who, SideKind kind) => Texts.Scorecard_SideKinds.With(who, Kind(NameOf(kind), kind.Whole));

    /// <summary>Title of a year in counts: its best-known month now beside the first one.</summary>
    public static string Counted(string who, IReadOnlyList<ScorecardMonth> months)
    {
        var known = months.Where(month => month.Tally.Base > 0).ToList();
        return Texts.HowKept_Finding.With(
            who, known[0].Tally.Kept, known[0].Tally.Base, MonthNumber.ToMonth(known[0].Number).MonthName(), known[^1].Tally.Kept, known[^1].Tally.Base, MonthNumber.ToMonth(known[^1].Number).MonthName());
    }

    /// <summary>What a side owes of one kind: what it amounts to, and what is not on time in it.</summary>
    public static string Whole(SideKind kind)
    {
        var said = Kind(NameOf(kind), kind.Whole) + ".";
        return string.Join(' ', new[] { Capital(said), Rest(kind.Whole, kind.UnitOne, kind.UnitMany),
            kind.Whole.IfAdmitted() }.OfType<string>());
    }

    /// <summary>What is not on time in it, where the answer of the page has said what it amounts to.</summary>
    public static string Beside(SideKind kind) => Rest(kind.Whole, kind.UnitOne, kind.UnitMany) is { } rest ? Texts.Scorecard_Kind.With(Capital(NameOf(kind)), char.ToLower(rest[0], CultureInfo.CurrentCulture) + rest[1..]) : Whole(kind);

    /// <summary>The same in the unit that the commitment counts, with its target.</summary>
    public static string Whole(Scorecard card) =>
        string.Join(' ', new[] { OnTime(card), Rest(card), card.Whole.IfAdmitted(), Target(card.Commitment) is { } target
        ? Texts.Scorecard_TargetIs.With(target) : null }.OfType<string>());

    /// <summary>What is known and what was on time.</summary>
    public static string OnTime(Scorecard card) =>
        card.Whole.CoverageFirst(CommitmentSentence.UnitWord(card.Commitment.Newest.UnitOne), CommitmentSentence.UnitWord(card.Commitment.Newest.UnitMany)) + card.Whole.OnTime();

    /// <summary>What is not on time, and what is not in the base, as a sentence; null when there is nothing to say.</summary>
    public static string? Rest(Scorecard card) =>
        Rest(card.Whole, CommitmentSentence.UnitWord(card.Commitment.Newest.UnitOne), CommitmentSentence.UnitWord(card.Commitment.Newest.UnitMany));

    private static string? Rest(Tally whole, string unitOne, string unitMany) =>
        whole.Rest(unitOne, unitMany) is { } rest ? Capital(rest) : null;

    private static string Capital(string said) => char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..];

    /// <summary>What changes when the provider's word alone is left out, in obligations and in open time.</summary>
    public static string Difference(Scorecard card)
    {
        var cases = card.Whole.Differing switch { 0 => Texts.Scorecard_NoDifference, 1 => Texts.Scorecard_DifferenceOne, var many => Texts.Scorecard_DifferenceMany.With(many.ToString("N0", CultureInfo.CurrentCulture)) };
        return card.Pace is { ProviderOnly.TotalMinutes: >= 1 } pace ? cases + " " + Texts.Scorecard_DifferenceTime.With(pace.ProviderOnly.OpenText(card.Commitment.UsualDay())) : cases;
    }

    /// <summary>The months that a scorecard covers: "juin 2011 à mai 2012".</summary>
    public static string Span(Scorecard card) => Texts.Scorecard_Span.With(MonthNumber.ToMonth(card.Months[0].Number).MonthName(), MonthNumber.ToMonth(card.Months[^1].Number).MonthName());

    /// <summary>Title of the trend: from the first to the last month that has enough obligations, in both readings where they differ.</summary>
    public static string Finding(IReadOnlyList<ScorecardMonth> months)
    {
        var known = months.Where(month => !month.Tally.IsFew).ToList();
        return Texts.Scorecard_Finding.With(
            known[0].Tally.Short(), MonthNumber.ToMonth(known[0].Number).MonthName(), known[^1].Tally.Short(), MonthNumber.ToMonth(known[^1].Number).MonthName());
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
