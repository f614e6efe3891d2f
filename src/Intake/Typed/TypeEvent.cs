using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Recognition.Tables;

namespace Pupitre.Intake.Typed;

/// <summary>Types in what happened: a phone call, a letter handed over. It is the company's word.</summary>
internal sealed class TypeEvent(Db db, ProposeCells propose, CreateSource createSource, RecordEvents record, Tenant tenant, IClock clock)
{
    /// <returns>What is odd about the date, when the person has not confirmed it: nothing was written then; else the proof.</returns>
    public async Task<(OccurrenceProof? Proof, Doubt Doubts)> OnOccurrenceAsync(TypedInput input, CancellationToken token)
    {
        if (!Guid.TryParse(input.Commitment, out var commitment) || !DateOnly.TryParseExact(input.Month + "-01", "yyyy-MM-dd", out var month))
        {
            throw new Refused(Texts.Typed_ChooseCell, "Commitment");
        }

        await propose.OpenAsync(token);
        var cell = propose.FindIn(commitment, month) ?? throw new Refused(Texts.Tray_NotASchedule, "Commitment");
        var role = PostedChoice.Is(input.Said, "not", "Said", "done") ? ProofRole.NotDone : ProofRole.Stop;
        var now = clock.GetCurrentInstant();
        var moment = input is { On: null, At: null } && role == ProofRole.Stop ? ProofMoment.NoLaterThan(now) : MomentOf(input);
        var doubts = propose.DoubtsOf(null, cell.Commitment, cell.Occurrence, moment);
        if (doubts != Doubt.None && !input.IsConfirmed)
        {
            return (null, doubts);
        }

        var key = cell.Occurrence.Key;
        var proof = OccurrenceProof.Create(commitment, key, moment, SourceClass.Company, null, ProofReason.Of(ReasonKind.Typed, input.Words), now, tenant.AccountId, role, doubts);
        db.Add(proof);
        db.Record("EventTyped", new SubjectRef(OccurrenceProof.Kind, proof.Id), new { CommitmentId = commitment, Commitment = cell.Commitment.Name, Occurrence = key, input.Words });
        await db.SaveChangesAsync(token);
        return (proof, doubts);
    }

    public async Task OnCaseAsync(TypedInput input, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(input.Case) || string.IsNullOrWhiteSpace(input.Activity))
        {
            throw new Refused(Texts.Typed_CaseMissing, "Case");
        }

        var moment = MomentOf(input);
        var source = await SourceAsync(token);
        var origin = new EventOrigin(Sha256Hex.Of($"{input.Case}\n{input.Activity}\n{moment}\n{clock.GetCurrentInstant()}"), Texts.Typed_Name, 0);
        await record.RunAsync(source.Id, origin, [ToEvent(input, moment)], import => db.Record("EventTyped", new SubjectRef(Import.Kind, import.Id), new { input.Case, input.Activity, import.Digest }), token);
    }

    private static IncomingEvent ToEvent(TypedInput input, ProofMoment moment) => new()
    {
        Case = Cut(input.Case!.Trim(), StoredCase.MaxNameLength),
        Activity = Cut(input.Activity!.Trim(), StoredWord.MaxLength),
        At = moment.At is { } at ? EvidenceTime.Of(at) : EvidenceTime.Of(moment.On!.Value),
        IsDay = moment.At is null,
        Line = 1,
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private async Task<EvidenceSource> SourceAsync(CancellationToken token) =>
        await db.Set<EvidenceSource>().FirstOrDefaultAsync(row => row.Origin == SourceOrigin.Typed, token)
        ?? await createSource.RunAsync(Texts.Typed_Name, SourceOrigin.Typed, null, null, new SourceRules(SourceClass.Company, []), token);

    private ProofMoment MomentOf(TypedInput input)
    {
        var day = input.On ?? clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        if (LocalDate.FromDateOnly(day) < EvidenceTime.Earliest || LocalDate.FromDateOnly(day) >= EvidenceTime.Latest)
        {
            throw new Refused(Texts.Row_TimeOutOfRange, "On");
        }

        var moment = input.At is { } hour ? ProofMoment.Of(LocalTimes.First(LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(hour), tenant.Zone)) : ProofMoment.Of(day);
        return DayOfWork.IsFuture(moment, clock.GetCurrentInstant(), tenant.Zone) ? throw new Refused(Texts.Day_Future.With(Moments.Short(day)), "On") : moment;
    }
}

/// <summary>What is asked about something that happened.</summary>
public sealed class TypedInput
{
    public string? Commitment { get; set; }

    public string? Month { get; set; }

    /// <summary><c>done</c> or <c>not</c>.</summary>
    public string? Said { get; set; }

    public string? Case { get; set; }

    public string? Activity { get; set; }

    public DateOnly? On { get; set; }

    public TimeOnly? At { get; set; }

    public string? Words { get; set; }

    /// <summary>The person saw what is odd about the date and keeps it.</summary>
    public bool IsConfirmed { get; set; }
}
