using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>
/// What else the sample company does, beside what it measures: taken from the catalogue as its pilot would, and adapted; four nobody has looked
/// at yet. None of it is in a contract, so that no figure rests on it.
/// </summary>
internal sealed class TakeFromCatalogue(TakeReadyProcess take, EditProcess edit, SaveSteps saveSteps, SayDifference say) : ISampleChapter
{
    private const decimal HourOfClerk = 32m;
    private const decimal HourOfManager = 58m;

    /// <summary>How often a process of the catalogue comes round here, at what it costs, and what differs; null for what nobody said.</summary>
    private sealed record Adapted(string Key, int? Volume = null, VolumePer Per = VolumePer.Month, decimal? Hour = HourOfClerk, decimal? Errors = null, decimal? ErrorCost = null, string? Differs = null);

    private static readonly IReadOnlyList<Adapted> _map =
    [
        new("supplier-invoices", 130, Errors: 4m, ErrorCost: 45m, Differs: "Les factures de bois passent d’abord par l’atelier, qui compte les planches."),
        new("month-documents", 1, Differs: "Deux boîtes : celle de l’atelier et celle du bureau ; Lucie les réunit."),
        new("vat-return", 1, Hour: HourOfManager, Errors: 1m, ErrorCost: 300m, Differs: "Le projet est relu par Karim, et par Hélène au-dessus de 15 000 €."),
        new("monthly-closing", 1, Differs: "Les travaux en cours sont évalués chantier par chantier."),
        new("annual-closing", 1, VolumePer.Year, HourOfManager, Differs: "L’inventaire du bois prend deux jours."),
        new("cash-forecast", 1, VolumePer.Week, Differs: "Huit semaines, et non treize."),
        new("hiring", 5, VolumePer.Year, Errors: 10m, ErrorCost: 150m, Differs: "Le bureau de paie dépose la DPAE ; nous gardons l’accusé."),
        new("leaving", 4, VolumePer.Year, Differs: "Les outils de l’atelier sont rendus et comptés."),
        new("absences", 6, Differs: "L’atelier prévient par téléphone avant l’arrêt de travail."),
        new("leave", 22, Differs: "Trois semaines de fermeture en août pour tous."),
        new("expense-claims", 14, Errors: 12m, ErrorCost: 18m, Differs: "Les poseurs ont une carte ; seuls les repas passent en note de frais."),
        new("incoming-mail", 180, Differs: "Le courrier de l’atelier arrive au bureau deux fois par semaine."),
        new("contract-follow-up", 1, Differs: "Rien : nous faisons ainsi."),
        new("insurance", 1, VolumePer.Year, HourOfManager, Differs: "La garantie décennale se revoit à part, en octobre."),
        new("access-rights", 3),
        new("customer-invoicing", 48, Errors: 3m, ErrorCost: 60m, Differs: "Une situation par mois et par chantier, avec retenue de garantie."),
        new("receipts", 1, VolumePer.Week, Differs: "Le cabinet lettre ; nous signalons les retenues de garantie."),
        new("disputes", 2),
        new("general-meeting", 1, VolumePer.Year, HourOfManager, Differs: "Hélène est associée unique : une décision remplace l’assemblée."),
        new("beneficial-owners", 1, VolumePer.Year),
        new("processing-register", 1, VolumePer.Year),
    ];

    private static readonly Dictionary<string, string> _tools = new(StringComparer.Ordinal)
    {
        ["Comptable"] = "Logiciel de gestion",
        ["Expert-comptable"] = "Logiciel du cabinet",
        ["Gestionnaire de paie"] = "Portail Talmont Paie",
        ["Responsable RH"] = "Tableur du personnel",
        ["Assistant administratif"] = "Messagerie",
    };

    public int Order => 260;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        foreach (var adapted in _map)
        {
            await AdaptAsync((await take.RunAsync(adapted.Key, token)).ProcessId, adapted, token);
        }
    }

    private async Task AdaptAsync(Guid id, Adapted adapted, CancellationToken token)
    {
        var steps = await saveSteps.PrepareAsync(id, token);
        foreach (var step in steps.Steps)
        {
            step.Tool = step.Role is { } role ? _tools.GetValueOrDefault(role) : null;
        }

        await saveSteps.RunAsync(steps, token);
        var input = await edit.PrepareAsync(id, token);
        input.Pilot = Cast.Pilot.Name;
        input.Deputy = adapted.Errors is null ? null : Cast.Deputy.Name;
        (input.Volume, input.VolumePer, input.CostPerHour) = (adapted.Volume, adapted.Per, adapted.Hour);
        (input.ErrorPercent, input.ErrorCost) = (adapted.Errors, adapted.ErrorCost);
        (input.IsErrorPercentUnknown, input.IsErrorCostUnknown) = (adapted.Errors is null, adapted.ErrorCost is null);
        await edit.RunAsync(input, token);
        if (adapted.Differs is { } differs)
        {
            await say.RunAsync(id, differs, token);
        }
    }
}
