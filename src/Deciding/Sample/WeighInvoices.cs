using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform.Data;
using Pupitre.Processes.Catalogue;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Deciding.Sample;

/// <summary>
/// Supplier invoices of the sample company: the questions are answered and two offers lie side by side; the decision waits, because nobody
/// has drawn how the work is meant to run.
/// </summary>
internal sealed class WeighInvoices(Db db, AnswerDiagnosis answer, SaveOffer offers) : ISampleChapter
{
    private const string Key = "supplier-invoices";

    public int Order => 270;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var id = await db.Set<TakenProcess>().Where(row => row.Key == Key).Select(row => row.ProcessId).SingleAsync(token);
        var answers = new DiagnosisInput
        {
            ProcessId = id,
            Usefulness = 5,
            StrategicValue = 1,
            Expertise = 2,
            Stability = 4,
            Reach = "La saisie et le rapprochement avec les bons de livraison ; le bon à payer reste chez nous.",
            Why = "Trop d’heures de saisie, et des factures qui attendent quand Lucie est en congés.",
            Objective = Objective.Cost,
            Control = ControlLevel.Sample,
        };
        await answer.RunAsync(answers, token);
        await offers.RunAsync(FirmOf(id), isNew: true, token);
        await offers.RunAsync(ReaderOf(id), isNew: true, token);
    }

    private static OfferInput FirmOf(Guid id) => new()
    {
        ProcessId = id,
        Name = "Cabinet Orvault-Sénac, saisie complète",
        Way = Way.Outsource,
        Figures =
        [
            new() { Input = CostInput.PerUnit, Figures = "2,6 / 2,9 / 3,4" },
            new() { Input = CostInput.Indexation, Figures = "2 / 3 / 5" },
            new() { Input = CostInput.Transition, Figures = "900 / 1500 / 3000" },
            new() { Input = CostInput.SteeringHours, Figures = "1 / 2 / 4" },
            new() { Input = CostInput.ControlHours, Figures = "2 / 3 / 5" },
            new() { Input = CostInput.KeptPercent, Figures = "25 / 30 / 45" },
            new() { Input = CostInput.ErrorPercentThen, Figures = "2 / 3 / 6" },
            new() { Input = CostInput.Exit, Figures = "0 / 800 / 2500" },
        ],
    };

    private static OfferInput ReaderOf(Guid id) => new()
    {
        ProcessId = id,
        Name = "Lecture automatique des factures",
        Way = Way.Automate,
        Figures =
        [
            new() { Input = CostInput.ToolsThen, Figures = "1500 / 1800 / 2400" },
            new() { Input = CostInput.Transition, Figures = "1500 / 2500 / 5000" },
            new() { Input = CostInput.SteeringHours, Figures = "1 / 2 / 3" },
            new() { Input = CostInput.ControlHours, Figures = "2 / 4 / 8" },
            new() { Input = CostInput.KeptPercent, Figures = "30 / 40 / 65" },
            new() { Input = CostInput.ErrorPercentThen, Figures = "2 / 4 / 8" },
            new() { Input = CostInput.Exit, Figures = "0 / 300 / 800" },
        ],
    };
}
