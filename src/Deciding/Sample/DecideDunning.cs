using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Deciding.Sample;

/// <summary>Dunning of the sample company: counted, diagnosed, an offer compared, and the decision taken against one voice.</summary>
internal sealed class DecideDunning(Db db, EditProcess edit, AnswerDiagnosis answer, SaveOffer offers, TakeDecision take) : ISampleChapter
{
    private const int DaysAgo = 40;

    public int Order => 265;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var id = await db.Set<ProcessTarget>().Where(row => row.State == TargetState.Published)
            .Where(row => db.Set<Process>().Any(process => process.Id == row.ProcessId && process.Domain == Domain.Dunning))
            .Select(row => row.ProcessId).FirstAsync(token);
        await CountAsync(id, token);
        await answer.RunAsync(AnswersOf(id), token);
        var offer = OfferOf(id);
        await offers.RunAsync(offer, isNew: true, token);
        var decision = await take.PrepareAsync(id, token);
        decision.Chosen = VerdictKind.Outsource;
        decision.OfferId = offer.Id;
        decision.Reason = "Les relances partent trop tard quand le chantier presse. Le cabinet a les factures sous les yeux, et relance "
            + "chaque semaine ; le ton reste le nôtre, avec nos modèles.";
        decision.Dissent = $"{Cast.Pilot.Name} aurait préféré automatiser les deux premières relances, et ne confier que la suite.";
        decision.DecidedBy = Cast.Owner.Name;
        decision.DecidedOn = world.Today.AddDays(-DaysAgo);
        await take.RunAsync(decision, token);
    }

    private async Task CountAsync(Guid id, CancellationToken token)
    {
        var process = await edit.PrepareAsync(id, token);
        (process.MinutesEach, process.CostPerHour) = (35, 32m);
        (process.ErrorPercent, process.ErrorCost) = (8m, 40m);
        (process.IsErrorPercentUnknown, process.IsErrorCostUnknown) = (false, false);
        process.Sensitive = SensitiveData.Personal;
        await edit.RunAsync(process, token);
    }

    private static DiagnosisInput AnswersOf(Guid id) => new()
    {
        ProcessId = id,
        Usefulness = 5,
        StrategicValue = 2,
        Expertise = 4,
        Stability = 5,
        Standardisation = 4,
        Dependency = 4,
        Reach = "Les trois relances d’une facture échue, jusqu’à la mise en demeure. Ni les litiges, ni le contentieux.",
        Why = "Les clients paient douze jours trop tard en moyenne, et personne ne relance en août.",
        Objective = Objective.Continuity,
        Control = ControlLevel.Validation,
        Safety = "Accès en lecture à la balance clients ; accord de confidentialité signé ; aucune donnée hors de l’Union européenne.",
        Return = "Deux mois sur les factures de moins de 2 000 €, puis toutes. Nos modèles et l’historique reviennent sous huit jours.",
    };

    private static OfferInput OfferOf(Guid id) => new()
    {
        ProcessId = id,
        Name = "Cabinet Orvault-Sénac, relances hebdomadaires",
        Way = Way.Outsource,
        Figures =
        [
            new() { Input = CostInput.PerUnit, Figures = "7 / 8 / 9,5" },
            new() { Input = CostInput.Indexation, Figures = "2 / 3 / 5" },
            new() { Input = CostInput.Transition, Figures = "150 / 250 / 500" },
            new() { Input = CostInput.ControlHours, Figures = "0,3 / 0,5 / 1" },
            new() { Input = CostInput.KeptPercent, Figures = "10 / 15 / 25" },
            new() { Input = CostInput.ErrorPercentThen, Figures = "2 / 3 / 5" },
            new() { Input = CostInput.Exit, Figures = "0 / 100 / 300" },
        ],
    };
}
