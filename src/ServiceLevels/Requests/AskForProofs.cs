using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Requests;

/// <summary>Writes one mail to a provider about the due dates that lack an independent trace, and sends or records it, once.</summary>
public sealed class AskForProofs(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts, Outbox outbox)
{
    /// <summary>The mail as it could leave, and the providers that miss proofs; null when nothing is missing.</summary>
    internal async Task<RequestForm?> PrepareAsync(Guid? providerId, CancellationToken token)
    {
        var (facts, missing) = await MissingAsync(token);
        var providers = facts.Providers.Where(row => missing[row.Id].Any()).ToList();
        if (providers.Count == 0)
        {
            return null;
        }

        var provider = providers.Find(row => row.Id == providerId) ?? providers[0];
        var items = missing[provider.Id].ToList();
        var person = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.DisplayName).SingleOrDefaultAsync(token);
        return new RequestForm(provider, [.. providers.Select(row => (row, missing[row.Id].Count()))], items, new RequestInput
        {
            Id = Guid.CreateVersion7(),
            ProviderId = provider.Id,
            To = provider.Email,
            Subject = Texts.Request_Subject.With(tenant.Company.Name),
            Body = Body(items, [.. Waived(facts).Where(item => item.Commitment.Row.ProviderId == provider.Id)], person),
        });
    }

    /// <summary>Records the request and, unless it is only downloaded, sends it. The same form sent twice does so once.</summary>
    public async Task<Guid> RunAsync(RequestInput input, bool download, CancellationToken token)
    {
        if (await db.Set<ProofRequest>().AnyAsync(row => row.Id == input.Id, token))
        {
            return input.Id;
        }

        var (facts, missing) = await MissingAsync(token);
        var provider = facts.Providers.FirstOrDefault(row => row.Id == input.ProviderId) ?? throw new NotFound();
        var request = ProofRequest.Create(input.Id, provider.Id, input.To!.Trim(), input.Subject!.Trim(), input.Body!, download, clock.GetCurrentInstant(), tenant.AccountId);
        db.Add(request);
        db.AddRange(missing[provider.Id].Select(item => ProofRequestItem.Create(request.Id, item.Commitment.Id, item.Key)));
        if (!download)
        {
            outbox.Send(request.To, request.Subject, request.Body);
        }

        db.Record("ProofRequested", new SubjectRef(ProofRequest.Kind, request.Id), new { Provider = provider.Name, request.To, Count = missing[provider.Id].Count(), Downloaded = download });
        await db.SaveChangesAsync(token);
        return request.Id;
    }

    private async Task<(CompanyFacts Facts, ILookup<Guid, JudgedOccurrence> Missing)> MissingAsync(CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        return (facts, MissingProofs.Of(facts, new JudgeOccurrences(facts, now), current - ReadGrid.PastMonths + 1, current).ToLookup(item => item.Commitment.Row.ProviderId!.Value));
    }

    private IEnumerable<JudgedOccurrence> Waived(CompanyFacts facts)
    {
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        return MissingProofs.Waived(facts, new JudgeOccurrences(facts, now), current - ReadGrid.PastMonths + 1, current);
    }

    // Three lists: what is asked to be shown, what was received and only lacks its day, and what we hold that nobody had to do.
    private string Body(List<JudgedOccurrence> items, List<JudgedOccurrence> waived, string? person)
    {
        var body = new StringBuilder().AppendLine(Texts.Request_Hello).AppendLine();
        Append(body, Texts.Request_Opening, items.FindAll(MissingProofs.IsMissing), Line);
        Append(body, Texts.Request_OpeningUndated, items.FindAll(MissingProofs.IsUndated), UndatedLine);
        Append(body, Texts.Request_OpeningWaived, waived, item => Texts.Request_WaivedLine.With(OccurrenceWords.Period(item), item.Waiver!.Reason));
        return body.AppendLine(Texts.Request_Closing).AppendLine().AppendLine(Texts.Request_Thanks).AppendLine().AppendLine(person).Append(tenant.Company.Name).ToString();
    }

    private string Line(JudgedOccurrence item) => Texts.Request_Line.With(OccurrenceWords.Period(item), OccurrenceWords.Due(item, tenant.Zone));

    private string UndatedLine(JudgedOccurrence item) => item.Declared.NoLaterThan is { } arrived
        ? Texts.Request_UndatedLine.With(OccurrenceWords.Period(item), OccurrenceWords.Due(item, tenant.Zone), Moments.Long(arrived, tenant.Zone))
        : Line(item);

    private static void Append(StringBuilder body, string opening, List<JudgedOccurrence> items, Func<JudgedOccurrence, string> line)
    {
        if (items.Count == 0)
        {
            return;
        }

        body.AppendLine(opening).AppendLine();
        foreach (var group in items.GroupBy(item => item.Commitment.Name))
        {
            body.AppendLine(group.Key);
            foreach (var item in group)
            {
                body.Append("- ").AppendLine(line(item));
            }

            body.AppendLine();
        }
    }
}

/// <summary>A mail that can still be changed.</summary>
internal sealed record RequestForm(Provider Provider, IReadOnlyList<(Provider Provider, int Count)> Providers, IReadOnlyList<JudgedOccurrence> Items, RequestInput Input);

/// <summary>The mail as the form sends it.</summary>
public sealed class RequestInput
{
    public Guid Id { get; set; }

    public Guid ProviderId { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_ToMissing))]
    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_ToMissing))]
    [StringLength(ProofRequest.MaxAddressLength)]
    public string? To { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_SubjectMissing))]
    [StringLength(ProofRequest.MaxSubjectLength)]
    public string? Subject { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Request_BodyMissing))]
    [StringLength(ProofRequest.MaxBodyLength)]
    public string? Body { get; set; }

    /// <summary>Value of the button that was pressed: download, or send.</summary>
    public string? How { get; set; }
}
