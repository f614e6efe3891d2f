using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.ProofRequests;

/// <summary>Writes one mail to a provider about the due dates that lack an independent trace, once; an answer goes to the person who asks.</summary>
public sealed class AskForProofs(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts, Outbox outbox)
{
    /// <summary>The mail as it could leave, and the providers that miss proofs; null when nothing is missing.</summary>
    /// <param name="withInternal">
    /// Also asks for what is only an internal target, to which the provider never agreed. Null leaves it out, unless nothing else is missing.
    /// </param>
    internal async Task<RequestForm?> PrepareAsync(Guid? providerId, bool? withInternal, CancellationToken token)
    {
        var (facts, missing) = await MissingAsync(token);
        var providers = facts.Providers.Where(row => missing[row.Id].Any()).ToList();
        if (providers.Count == 0)
        {
            return null;
        }

        var provider = providers.Find(row => row.Id == providerId) ?? providers.Find(row => missing[row.Id].Any(IsAgreed)) ?? providers[0];
        var all = missing[provider.Id].ToList();
        var asksInternal = withInternal ?? !all.Exists(IsAgreed);
        var items = all.Where(item => asksInternal || IsAgreed(item)).ToList();
        var person = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.DisplayName).SingleOrDefaultAsync(token);
        return new RequestForm(provider, [.. providers.Select(row => (row, missing[row.Id].Count()))], items, all.Count(item => !IsAgreed(item)), new RequestInput
        {
            Id = Guid.CreateVersion7(),
            ProviderId = provider.Id,
            WithInternal = asksInternal,
            To = provider.Email,
            Subject = Texts.Request_Subject.With(tenant.Company.Name),
            Body = RequestBody.Of(items, Waived(facts, provider.Id), person, tenant.Company.Name),
        });
    }

    /// <summary>Records the request with its mail, which leaves when a server is set and the person wants it to. The same form sent twice does so once.</summary>
    public async Task<Guid> RunAsync(RequestInput input, bool download, CancellationToken token)
    {
        if (await db.Set<ProofRequest>().AnyAsync(row => row.Id == input.Id, token))
        {
            return input.Id;
        }

        var (facts, missing) = await MissingAsync(token);
        var provider = facts.Providers.FirstOrDefault(row => row.Id == input.ProviderId) ?? throw new NotFound();
        var items = missing[provider.Id].Where(item => input.WithInternal || IsAgreed(item)).ToList();
        var person = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.Email).SingleOrDefaultAsync(token);
        var request = ProofRequest.Create(input.Id, provider.Id, input.To!.Trim(), input.Subject!.Trim(), input.Body!, download, clock.GetCurrentInstant(), tenant.AccountId);
        var mail = download ? outbox.Prepare(request.To, request.Subject, request.Body, person) : outbox.Send(request.To, request.Subject, request.Body, person);
        request.LeaveWith(mail.Id);
        db.Add(request);
        db.AddRange(items.Select(item => ProofRequestItem.Create(request.Id, item.Commitment.Id, item.Key)));
        db.Record("ProofRequestPrepared", new SubjectRef(ProofRequest.Kind, request.Id), new { Provider = provider.Name, request.To, items.Count });
        await db.SaveChangesAsync(token);
        return request.Id;
    }

    private List<JudgedOccurrence> Waived(CompanyFacts facts, Guid providerId)
    {
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        return [.. MissingProofs.Waived(facts, new JudgeOccurrences(facts, now), current - ReadGrid.PastMonths + 1, current).Where(item => item.Commitment.Row.ProviderId == providerId)];
    }

    // The other side answers for what it accepted; of the rest it never heard.
    private static bool IsAgreed(JudgedOccurrence item) => !item.Commitment.Newest.IsInternalTarget;

    private async Task<(CompanyFacts Facts, ILookup<Guid, JudgedOccurrence> Missing)> MissingAsync(CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        return (facts, MissingProofs.Of(facts, new JudgeOccurrences(facts, now), current - ReadGrid.PastMonths + 1, current).ToLookup(item => item.Commitment.Row.ProviderId!.Value));
    }
}

/// <summary>A mail that can still be changed.</summary>
/// <param name="Items">What it asks for.</param>
/// <param name="Internal">Due dates without a proof that are internal targets, asked for or not.</param>
internal sealed record RequestForm(Provider Provider, IReadOnlyList<(Provider Provider, int Count)> Providers, IReadOnlyList<JudgedOccurrence> Items, int Internal, RequestInput Input);

/// <summary>The mail as the form sends it.</summary>
public sealed class RequestInput
{
    public Guid Id { get; set; }

    public Guid ProviderId { get; set; }

    /// <summary>The mail also asks for what is only an internal target.</summary>
    public bool WithInternal { get; set; }

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
