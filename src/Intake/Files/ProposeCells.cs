using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Settings;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Files;

/// <summary>Finds the cells of the grid that a file seems to prove: by the rules remembered, else by what the document is; the month by what it says, else by the nearest due date.</summary>
public sealed class ProposeCells(Db db, Tenant tenant)
{
    private const int SearchDays = 70;
    private const int LongSearchDays = 800;
    private const int MaxProposals = 4;

    private List<Commitment> _commitments = [];
    private List<PlacementRule> _rules = [];
    private List<Provider> _providers = [];
    private IReadOnlyList<string> _accounts = [];
    private CompanyDates _dates = new(null, null);
    private AttributedSender? _attributed;

    /// <summary>Learns the commitments and rules of the company; once for many files.</summary>
    public async Task OpenAsync(CancellationToken token)
    {
        await OpenDueDatesAsync(token);
        _rules = await db.Set<PlacementRule>().AsNoTracking().Where(row => row.RemovedAt == null).ToListAsync(token);
        _providers = await db.Set<Provider>().AsNoTracking().Include(row => row.Contacts).ThenInclude(contact => contact.Person).ToListAsync(token);
        await OpenBankAsync(token);
    }

    /// <summary>Says whose the files of a sender are, as long as they come from that one; null for nobody's in particular.</summary>
    public void Attribute(AttributedSender? sender) => _attributed = sender;

    /// <summary>Learns by what lines of the bank are recognised, and which accounts were seen.</summary>
    public void KnowBank(string? rules, IReadOnlyList<string> accounts) => (BankRules, _accounts) = (Bank.BankRules.Of(rules), accounts);

    private async Task OpenBankAsync(CancellationToken token) => KnowBank(
        await db.Set<EvidenceSettings>().AsNoTracking().Select(row => row.BankRules).SingleOrDefaultAsync(token),
        await db.Set<EvidenceFile>().Where(row => row.Recognised == RecognisedKind.BankStatement && row.State == FileState.Placed && row.Reference != null).Select(row => row.Reference!).Distinct().ToListAsync(token));

    /// <summary>Learns the providers alone, by whose names lines of the bank and headings of tables are known.</summary>
    public async Task OpenProvidersAsync(CancellationToken token) => _providers = await db.Set<Provider>().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync(token);

    /// <summary>Learns the commitments and their dates alone: enough for tables, which name what they fill.</summary>
    public async Task OpenDueDatesAsync(CancellationToken token)
    {
        _commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).Where(row => row.ArchivedAt == null).ToListAsync(token);
        var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();
        _dates = profile.Dates;
    }

    /// <summary>Zone of the company's days.</summary>
    public DateTimeZone Zone => tenant.Zone;

    /// <summary>By what lines of the bank are recognised.</summary>
    public IReadOnlyList<Bank.BankRule> BankRules { get; private set; } = [];

    /// <summary>Whether statements were accepted here, and none of this account.</summary>
    public bool IsNewAccount(string? account) => account is not null && _accounts.Count > 0 && !_accounts.Contains(account);

    /// <summary>The commitments that files are held against.</summary>
    public IReadOnlyList<Commitment> Commitments => _commitments;

    /// <summary>The providers, once all is learned.</summary>
    public IReadOnlyList<Provider> Providers => _providers;

    /// <summary>Whether words name the company and none of its providers.</summary>
    public bool NamesUsAlone(string words)
    {
        var spaced = Spaced(words);
        return spaced.Contains(Spaced(tenant.Company.Name), StringComparison.Ordinal) && !_providers.Exists(provider => spaced.Contains(Spaced(provider.Name), StringComparison.Ordinal));

        // Whole words: a company called "Paie" is not named by "suivi des paiements".
        static string Spaced(string text) => " " + string.Join(' ', string.Concat(Folded.Of(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
    }

    /// <summary>Whose word a sender's is.</summary>
    public static SourceClass WordOf(Finding finding) => finding.Word ?? SourceClass.Provider;

    public IEnumerable<CellProposal> Of(EvidenceFile file, Finding finding, ProofMoment moment, SourceClass attestedBy)
    {
        var day = moment.On ?? moment.At!.Value.InZone(tenant.Zone).Date.ToDateOnly();
        foreach (var (commitment, why) in Candidates(file, finding).Take(MaxProposals))
        {
            if (ScheduleOf(commitment, day) is { } schedule && OccurrenceFor(schedule, finding.Period, day) is { } occurrence && Exists(commitment, occurrence))
            {
                var reason = why with { Month = finding.Period, Near = finding.Period is null ? day : null };
                yield return CellProposal.Create(file.Id, commitment.Id, occurrence.Key, moment, attestedBy, reason, DoubtsOf(file, commitment, occurrence, moment));
            }
        }
    }

    /// <summary>The schedule of a commitment in force on a day, or null when it is a clock.</summary>
    public Schedule? ScheduleOf(Commitment commitment, DateOnly day)
    {
        var version = commitment.Versions.Count == 0 ? null : commitment.InForce(day);
        return version?.Rule.Schedule is not { } rule || !HolidayZones.TryParse(tenant.Company.HolidayZone, out var zone) ? null : new Schedule(rule, tenant.Zone, BusinessDays.For(zone), (name, month) => _dates.DateOf(name, month, BusinessDays.For(zone)));
    }

    /// <summary>Key of the due date that a person means by a month, or null when the commitment has none then.</summary>
    public string? KeyOf(Guid commitmentId, DateOnly month) => FindIn(commitmentId, month)?.Occurrence.Key;

    /// <summary>The due date of that key, or null when the schedule has none: nothing is placed where nobody would find it.</summary>
    public DueCell? Find(Guid commitmentId, string key) =>
        OccurrenceKeys.FirstDay(key) is { } day && ScheduleIn(commitmentId, day) is { } found && SchedulePeriod.Of(found.Schedule.Rule.Every, day) is var period && period.Key == key
            ? CellOf(found.Commitment, found.Schedule.Of(period))
            : null;

    /// <summary>The due date nearest to a day, of those of its kind.</summary>
    public DueCell? FindNear(Guid commitmentId, DateOnly day) => ScheduleIn(commitmentId, day) is { } found ? CellOf(found.Commitment, OccurrenceFor(found.Schedule, null, day)) : null;

    /// <summary>The due date of the period that holds a month, or the first within the month when periods are shorter.</summary>
    public DueCell? FindIn(Guid commitmentId, DateOnly month) => ScheduleIn(commitmentId, month) is not { } found ? null
        : CellOf(found.Commitment, found.Schedule.Rule.Every is PeriodLength.Week or PeriodLength.Date
            ? found.Schedule.Occurrences(month, month.AddMonths(1).AddDays(-1)).FirstOrDefault(occurrence => occurrence.Period.First >= month)
            : found.Schedule.Of(SchedulePeriod.Of(found.Schedule.Rule.Every, month)));

    /// <summary>What would stand on a due date if a file were placed there.</summary>
    /// <param name="stated">The day on which a person says that it was handed over, or null.</param>
    public Placing PlacingOf(EvidenceFile file, DueCell cell, DateOnly? stated)
    {
        var (moment, attestedBy) = DayOfWork.Of(file, stated);
        return new Placing(cell.Commitment.Id, cell.Occurrence.Key, moment, attestedBy, DoubtsOf(file, cell.Commitment, cell.Occurrence, moment), StatesDay: moment.On is not null && moment.On == stated && attestedBy == SourceClass.Company);
    }

    /// <summary>What is odd about a file, or about a word without one, on a due date.</summary>
    public Doubt DoubtsOf(EvidenceFile? file, Commitment commitment, Occurrence occurrence, ProofMoment moment)
    {
        var doubts = DayOfWork.IsBefore(moment, occurrence.Period.First, tenant.Zone) ? Doubt.BeforePeriod : Doubt.None;
        if (file is null)
        {
            return doubts;
        }

        var isYearly = occurrence.Period.Length == PeriodLength.Year;
        return doubts
            | (!isYearly && file.Period is { } month && (month > occurrence.Period.Last || month.AddMonths(1) <= occurrence.Period.First) ? Doubt.OtherPeriod : Doubt.None)
            | (commitment.TemplateNumber is { } number && DocumentWording.TemplatesOfKind(file.Recognised) is { } fitting && !fitting.Contains(number) ? Doubt.OtherKind : Doubt.None)
            | (commitment.ProviderId is { } provider && (SenderOf(file.Sender) ?? NumberedAs(file.ProviderNumber)) is { } sender && sender.Id != provider ? Doubt.OtherProvider : Doubt.None);
    }

    private (Commitment Commitment, Schedule Schedule)? ScheduleIn(Guid commitmentId, DateOnly day) =>
        _commitments.Find(row => row.Id == commitmentId) is { } commitment && ScheduleOf(commitment, day) is { } schedule ? (commitment, schedule) : null;

    private static DueCell? CellOf(Commitment commitment, Occurrence? occurrence) => occurrence is not null && Exists(commitment, occurrence) ? new DueCell(commitment, occurrence) : null;

    // As the grid has it: nothing is owed before the commitment was made.
    private static bool Exists(Commitment commitment, Occurrence occurrence) => occurrence.DueDate >= commitment.Versions.Min(version => version.EffectiveFrom);

    private Provider? NumberedAs(string? number) => OwnIdentities.SirenOf(number) is { } siren ? _providers.Find(row => row.Siren == siren) : null;

    private Provider? SenderOf(string? sender) => sender is null ? null
        : IsAttributed(sender) ? _providers.Find(row => row.Id == _attributed!.ProviderId)
        : _providers.Find(row => IsOf(row, sender));

    private bool IsAttributed(string? sender) =>
        _attributed is not null && _attributed.Sender.Equals(sender, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<(Commitment Commitment, ProofReason Why)> Candidates(EvidenceFile file, Finding finding)
    {
        var words = Folded.Of(file.Name + " " + finding.Subject + " " + file.Excerpt);
        var sender = Folded.Of(finding.Sender);
        var remembered = _rules.Where(rule => (rule.Sender.Length == 0 || rule.Sender == sender) && rule.Wording.Split(' ').All(word => words.Contains(word, StringComparison.Ordinal)))
            .Select(rule => _commitments.Find(row => row.Id == rule.CommitmentId)).OfType<Commitment>().Select(row => (row, WhatIsSeen(file, finding) with { IsRemembered = true })).ToList();
        return remembered.Count > 0 ? remembered.DistinctBy(found => found.row.Id) : Known(finding).Select(row => (row, WhatIsSeen(file, finding)));
    }

    private List<Commitment> Known(Finding finding)
    {
        var fitting = _commitments.Where(row => row.TemplateNumber is { } number && finding.Templates.Contains(number)).ToList();
        var provider = SenderOf(finding.Sender);
        var own = provider is null ? [] : fitting.FindAll(row => row.ProviderId == provider.Id);
        var ofContract = IsAttributed(finding.Sender) ? own.FindAll(row => row.ContractId == _attributed!.ContractId) : [];
        return ofContract.Count > 0 ? ofContract : own.Count > 0 ? own : fitting;
    }

    private static bool IsOf(Provider provider, string sender)
    {
        var at = sender.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && provider.Contacts.Select(contact => contact.Person.Email).Append(provider.Email).OfType<string>()
            .Any(address => address.Equals(sender, StringComparison.OrdinalIgnoreCase) || address.EndsWith(sender[at..], StringComparison.OrdinalIgnoreCase));
    }

    private static ProofReason WhatIsSeen(EvidenceFile file, Finding finding) => finding.Kind switch
    {
        RecognisedKind.Mail => ProofReason.Of(ReasonKind.Mail, finding.Sender, finding.Subject),
        _ when finding.Sender is not null && finding.Subject is not null => ProofReason.Of(ReasonKind.Paper, finding.Sender, finding.Subject),
        _ => ProofReason.Of(ReasonKind.File, file.Name),
    };

    // A yearly paper names the year that was closed, and falls due in the next: the date says which.
    private static Occurrence? OccurrenceFor(Schedule schedule, DateOnly? period, DateOnly day) => period is { } month && schedule.Rule.Every != PeriodLength.Year
        ? schedule.Of(SchedulePeriod.Of(schedule.Rule.Every, month))
        : schedule.Occurrences(day.AddDays(-ReachOf(schedule)), day.AddDays(SearchDays)).MinBy(occurrence => Math.Abs(occurrence.DueDate.DayNumber - day.DayNumber));

    // A year's due date lies many months after the year begins.
    private static int ReachOf(Schedule schedule) => schedule.Rule.Every is PeriodLength.Year or PeriodLength.Quarter ? LongSearchDays : SearchDays;
}

/// <summary>Whose the files of a sender are, as somebody said.</summary>
/// <param name="ContractId">The contract that they are about; null for any of the provider's.</param>
public sealed record AttributedSender(string Sender, Guid ProviderId, Guid? ContractId);

/// <summary>A due date of the grid.</summary>
public sealed record DueCell(Commitment Commitment, Occurrence Occurrence);
