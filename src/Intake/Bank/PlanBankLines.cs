using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Intake.Tracking;
using Pupitre.Kernel.Time;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Bank;

/// <summary>What one line of the bank is, and what it would fill.</summary>
/// <param name="Rule">The rule that knows it; null when none does.</param>
/// <param name="Provider">Whose name stands in it, for a rule about providers.</param>
/// <param name="Commitment">What it fills; null when the company has no such commitment.</param>
internal sealed record PlannedLine(BankLine Line, BankRule? Rule, Provider? Provider, Commitment? Commitment, string? Key, CellFate Fate, ProofMoment Moment, ProofReason? Reason, Doubt Doubts);

/// <summary>Holds the lines of a bank against the rules and the due dates: the month that a label names, else the nearest due date. The bank's day is a third party's mark.</summary>
internal sealed partial class PlanBankLines(ProposeCells propose, EvidenceFile file, DateTimeZone zone)
{
    private const int MatchTimeoutMs = 10_000;

    private readonly HashSet<(Guid, string)> _taken = [];

    public List<PlannedLine> Of(BankStatement statement, KnownProofs known)
    {
        _taken.Clear();
        var isNew = propose.IsNewAccount(statement.Account);
        return [.. statement.Lines.OrderBy(line => line.On).ThenBy(line => line.Line).Select(line => Plan(line, known, isNew)).OrderBy(line => line.Line.Line)];
    }

    private PlannedLine Plan(BankLine line, KnownProofs known, bool isNewAccount)
    {
        var folded = Folded.Of(line.Label);
        foreach (var rule in propose.BankRules)
        {
            if (rule.Fits(line, folded, propose.Providers, out var provider))
            {
                return Filled(line, rule, provider, folded, known, isNewAccount);
            }
        }

        return new(line, null, null, null, null, CellFate.Unread, default, null, Doubt.None);
    }

    private PlannedLine Filled(BankLine line, BankRule rule, Provider? provider, string folded, KnownProofs known, bool isNewAccount)
    {
        var moment = rule.Shows == BankShows.ThatDay ? ProofMoment.Of(line.On) : ProofMoment.NoLaterThan(LocalTimes.StartOf(line.On.AddDays(1), zone) - Duration.FromMilliseconds(1));
        var reason = ProofReason.Of(ReasonKind.BankLine, line.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Label, line.Amount.ToString("0.00", CultureInfo.InvariantCulture), rule.Name, line.Line.ToString(CultureInfo.InvariantCulture));
        var targets = BankRules.TargetsOf(rule, provider, propose.Commitments);
        if (targets.Count != 1 || DueOf(targets[0], folded, line.On) is not { } due)
        {
            return new(line, rule, provider, targets.Count == 1 ? targets[0] : null, null, CellFate.NoDueDate, moment, reason, Doubt.None);
        }

        var doubts = propose.DoubtsOf(null, targets[0], due.Occurrence, moment) | (isNewAccount ? Doubt.OtherAccount : Doubt.None);
        return new(line, rule, provider, targets[0], due.Occurrence.Key, FateOf(line, targets[0], due, reason, doubts, known), moment, reason, doubts);
    }

    // Of several payments for one due date the first shows it; those after say nothing new.
    private CellFate FateOf(BankLine line, Commitment commitment, DueCell due, ProofReason reason, Doubt doubts, KnownProofs known) =>
        known.IsPlaced(commitment.Id, due.Occurrence.Key, reason) ? Take(commitment, due, CellFate.Placed)
        : DayOfWork.IsFuture(ProofMoment.Of(line.On), file.ReceivedAt, zone) ? CellFate.Future
        : doubts.HasFlag(Doubt.BeforePeriod) ? CellFate.Odd
        : known.IsShownByOthers(commitment.Id, due.Occurrence.Key) ? CellFate.Filled
        : Take(commitment, due, CellFate.Dated);

    private CellFate Take(Commitment commitment, DueCell due, CellFate fate) => _taken.Add((commitment.Id, due.Occurrence.Key)) ? fate : CellFate.Filled;

    private DueCell? DueOf(Commitment commitment, string folded, DateOnly on) =>
        MonthIn(folded) is { } month && month <= on && month >= on.AddMonths(-13) ? propose.FindIn(commitment.Id, month) : propose.FindNear(commitment.Id, on);

    // "SALAIRES OCTOBRE 2026", "SALAIRES 10 2026", "TVA 102026".
    private static DateOnly? MonthIn(string folded) => DatesInText.Period(folded)
        ?? (MonthOfYear().Match(folded) is { Success: true } match ? new DateOnly(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture), 1) : null);

    [GeneratedRegex(@"(?<!\d)(?<month>0[1-9]|1[0-2])[ ./-]?(?<year>20\d{2})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex MonthOfYear();
}
