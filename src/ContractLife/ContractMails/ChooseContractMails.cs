using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.ContractMails;

/// <summary>
/// Says whether an address gets the mails of one kind about a contract: whoever gets them says so by the link in each, and the company on
/// the contract's page.
/// </summary>
public sealed class ChooseContractMails(Db db, Tenant tenant, UseLink links, IClock clock)
{
    /// <summary>What the link of a mail is good for: to want no more of its kind, or to want them again.</summary>
    public const string Purpose = "contract-mail";

    private const int LinkDays = 400;

    /// <summary>Who wants none of a kind, whatever the contract: one query.</summary>
    public async Task<ContractMailRefusals> RefusedAsync(ContractMailTopic topic, CancellationToken token) => new(
        (await db.Set<ContractMailRefusal>().AsNoTracking().Where(row => row.Topic == topic)
            .Select(row => new { row.ContractId, row.Address }).ToListAsync(token))
        .Select(row => (row.ContractId, row.Address)).ToHashSet());

    /// <exception cref="NotFound">The company has no such contract.</exception>
    internal async Task CheckAsync(Guid contractId, CancellationToken token)
    {
        if (!await db.Set<Contract>().AnyAsync(row => row.Id == contractId, token))
        {
            throw new NotFound();
        }
    }

    /// <summary>Says it. Said twice it is said once.</summary>
    /// <exception cref="NotFound">The company has no such contract.</exception>
    public async Task RunAsync(Guid contractId, ContractMailTopic topic, string address, bool wanted, CancellationToken token)
    {
        var title = await db.Set<Contract>().Where(row => row.Id == contractId).Select(row => row.Title).SingleOrDefaultAsync(token)
            ?? throw new NotFound();
        var folded = ContractMailRefusal.Folded(address);
        var refusal = await db.Set<ContractMailRefusal>()
            .SingleOrDefaultAsync(row => row.ContractId == contractId && row.Topic == topic && row.Address == folded, token);
        if (refusal is null == wanted)
        {
            return;
        }

        if (refusal is null)
        {
            db.Add(refusal = ContractMailRefusal.Create(contractId, topic, address, clock.GetCurrentInstant()));
        }
        else
        {
            db.Remove(refusal);
        }

        db.Record(wanted ? "ContractMailsWanted" : "ContractMailsRefused", refusal.Ref,
            new { ContractId = contractId, Title = title, To = folded, Topic = topic.ToString() });
        await db.SaveChangesAsync(token);
    }

    /// <summary>The page on which whoever gets a mail says that they want no more; made with the current unit of work.</summary>
    /// <param name="program">The program's own address.</param>
    public string Link(string program, Guid contractId, ContractMailTopic topic, string address) => program + "/mail-choice?token="
        + links.Issue(new LinkRequest(
            Purpose, new SubjectRef(topic.ToString(), contractId), address, clock.GetCurrentInstant() + Duration.FromDays(LinkDays),
            IsOnce: false, tenant.CompanyId));
}

/// <summary>Who wants none of a kind of mails.</summary>
public sealed class ContractMailRefusals(IReadOnlySet<(Guid Contract, string Address)> refused)
{
    public bool Holds(Guid contractId, string address) => refused.Contains((contractId, ContractMailRefusal.Folded(address)));
}

/// <summary>The choice by the link of a mail, without an account. Looking changes nothing.</summary>
public sealed class ChooseByLink(OpenLink open)
{
    /// <summary>What the link is about; nothing when it does not work, with why.</summary>
    internal async Task<(LinkState State, ChosenMails? Chosen)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(ChooseContractMails.Purpose, secret, token);
        if (TopicOf(opened) is not { } topic)
        {
            return (opened.State, null);
        }

        var (id, address) = (opened.Link!.SubjectId, opened.Link.Addressee!);
        var title = await opened.Get<Db>().Set<Contract>().Where(row => row.Id == id).Select(row => row.Title).SingleOrDefaultAsync(token);
        var refused = await opened.Get<ChooseContractMails>().RefusedAsync(topic, token);
        return title is null ? (LinkState.Revoked, null)
            : (LinkState.Good, new ChosenMails(opened.Company!.Name, title, topic, address, !refused.Holds(id, address)));
    }

    /// <summary>Says it; a link that does not work does nothing, and its page says why.</summary>
    internal async Task RunAsync(string? secret, bool wanted, CancellationToken token)
    {
        await using var opened = await open.RunAsync(ChooseContractMails.Purpose, secret, token);
        if (TopicOf(opened) is { } topic)
        {
            await opened.Get<ChooseContractMails>().RunAsync(opened.Link!.SubjectId, topic, opened.Link.Addressee!, wanted, token);
        }
    }

    private static ContractMailTopic? TopicOf(OpenedLink opened) =>
        opened.State == LinkState.Good && opened.Link?.Addressee is not null
            && Enum.TryParse<ContractMailTopic>(opened.Link.SubjectKind, out var topic) ? topic : null;
}

/// <summary>What the page of the link shows.</summary>
internal sealed record ChosenMails(string Company, string Contract, ContractMailTopic Topic, string Address, bool IsWanted);
