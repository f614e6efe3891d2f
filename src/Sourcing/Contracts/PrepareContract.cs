using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Contracts;

/// <summary>
/// What the form of a new contract begins with: the provider from whose page it was opened, or the process that was decided to be handed
/// over, with the offer that was chosen. All of it can be changed.
/// </summary>
public sealed class PrepareContract(Db db)
{
    public async Task<ContractInput> RunAsync(Guid? provider, Guid? process, CancellationToken token)
    {
        var input = new ContractInput { ProviderId = provider };
        if (process is not { } id || await NameAsync(id, token) is not { } name)
        {
            return input;
        }

        (input.Title, input.ProcessIds) = (name, [id]);
        if (await ChosenAsync(id, token) is not { } frozen)
        {
            return input;
        }

        input.Note = Texts.Contract_FromDecision.With(
            frozen.Number, Moments.Long(frozen.DecidedOn), frozen.Offer ?? Texts.Contract_NoOffer);
        if (frozen.Basis.Offers.FirstOrDefault(offer => offer.Name == frozen.Offer) is { } offer)
        {
            input.ProviderId ??= await ProviderAsync(offer.Name, token);
            (input.Price, input.PricePeriod) = (Likely(offer, CostInput.FixedMonth), PricePeriod.Month);
            if (Likely(offer, CostInput.PerUnit) is { } each)
            {
                input.Note += " " + Texts.Contract_PriceEach.With(each);
            }
        }

        return input;
    }

    private static decimal? Likely(FrozenOffer offer, CostInput input) =>
        offer.Figures.FirstOrDefault(figure => figure.Input == input)?.Likely;

    private Task<string?> NameAsync(Guid process, CancellationToken token) =>
        db.Set<Process>().Where(row => row.Id == process && row.ArchivedAt == null).Select(row => row.Name).SingleOrDefaultAsync(token);

    private async Task<FrozenDecision?> ChosenAsync(Guid process, CancellationToken token)
    {
        var content = await db.Set<Decision>().AsNoTracking().Where(row => row.ProcessId == process).OrderByDescending(row => row.Number)
            .Select(row => row.Content).FirstOrDefaultAsync(token);
        return content is null || FrozenDecision.Read(content) is not { Chosen: VerdictKind.Outsource } frozen ? null : frozen;
    }

    // An offer is often called like whoever makes it.
    private async Task<Guid?> ProviderAsync(string name, CancellationToken token)
    {
        var named = await db.Set<Provider>().Where(row => row.ArchivedAt == null && row.Name == name).Select(row => row.Id).Take(2)
            .ToListAsync(token);
        return named is [var only] ? only : null;
    }
}
