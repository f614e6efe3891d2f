using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.Processes.Tools;
using Pupitre.ProcessMap.Agreements;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Load;

/// <summary>What there is of a map that is made up.</summary>
internal sealed record MapSize(int Processes, int Links, int People, int Tools, int Rekeyings)
{
    public const int StepsEach = 10;

    public static readonly MapSize Small = new(60, 120, 12, 15, 20);

    public static readonly MapSize Large = new(2_000, 10_000, 200, 100, 1_000);
}

/// <summary>Keys of a few things of the map, to open their pages.</summary>
internal sealed record MapPlaces(IReadOnlyList<Guid> Processes, Guid Person, Guid Tool);

/// <summary>
/// Fills a company with a map: processes with their steps, links forward and a few back, people who play parts and know, tools, re-keyings,
/// answers and offers, a provider that does every fifth, two published targets, an agreement. The same size gives the same map.
/// </summary>
internal sealed class BigMap(IServiceProvider services, MapSize size)
{
    private const int ProcessesASave = 200;
    private const int ReachOfLinks = 60;

    private static readonly string[] _works =
    [
        "Clôture mensuelle", "Déclaration de TVA", "Bulletins de paie", "Relance des impayés", "Note de frais", "Facture fournisseur",
        "Rapprochement bancaire", "Embauche", "Courrier recommandé", "Assemblée générale", "Échéancier des contrats", "Œuvres sociales",
    ];

    private readonly Random _random = new(size.Processes);
    private readonly Db _db = services.GetRequiredService<Db>();
    private readonly List<Person> _people = [];
    private readonly List<Tool> _tools = [];
    private readonly List<Process> _processes = [];

    public async Task<MapPlaces> FillAsync()
    {
        AddPeopleAndTools();
        AddProcesses();
        await SaveAsync();
        foreach (var some in _processes.Chunk(ProcessesASave))
        {
            Array.ForEach(some, AddWork);
            await SaveAsync();
        }

        AddLinks();
        AddRekeyings();
        await SaveAsync();
        await HandOverAsync();
        await PublishAsync();
        await AskAsync();
        return new MapPlaces([.. _processes.Select(process => process.Id)], _people[0].Id, _tools[0].Id);
    }

    private void AddPeopleAndTools()
    {
        for (var at = 0; at < size.People; at++)
        {
            var person = Person.Create(Guid.CreateVersion7());
            var (name, function) = ($"Personne {at:000}", "Fonction " + (at % 9));
            person.Describe(new PersonInput { Name = name, Function = function, Email = $"p{at}@exemple.fr" });
            _people.Add(person);
        }

        for (var at = 0; at < size.Tools; at++)
        {
            var tool = Tool.Create(Guid.CreateVersion7());
            tool.Describe(new ToolInput { Name = $"Outil {at:000}", Kind = ToolKind.Other });
            _tools.Add(tool);
        }

        _db.AddRange(_people);
        _db.AddRange(_tools);
    }

    private void AddProcesses()
    {
        for (var at = 0; at < size.Processes; at++)
        {
            var process = Process.Create(Guid.CreateVersion7());
            process.Describe(new ProcessInput
            {
                Name = $"{_works[at % _works.Length]} {at + 1:0000}",
                Domain = (Domain)(at % 6),
                Purpose = "Ce que l'entreprise en attend.",
                Volume = 1 + _random.Next(300),
                MinutesEach = 5 + _random.Next(90),
                Criticality = (Criticality)_random.Next(4),
                LegalDeadline = _random.Next(4) == 0 ? "Avant le 15 du mois suivant" : null,
                CostPerHour = 30 + _random.Next(30),
                ErrorPercent = _random.Next(5) == 0 ? null : _random.Next(12),
                ErrorCost = _random.Next(5) == 0 ? null : 10 + _random.Next(300),
            });
            var pilot = _random.Next(_people.Count);
            process.LeadBy(_people[pilot].Id, _random.Next(3) == 0 ? null : _people[(pilot + 1) % _people.Count].Id);
            _processes.Add(process);
        }

        _db.AddRange(_processes);
    }

    private void AddWork(Process process)
    {
        for (var number = 1; number <= MapSize.StepsEach; number++)
        {
            var step = ProcessStep.Create(process.Id);
            var input = new StepInput
            {
                Name = $"Étape {number}",
                Role = "Fonction " + _random.Next(9),
                Minutes = _random.Next(40),
                SharePercent = _random.Next(4) == 0 ? 30 : 100,
                DocumentsIn = number == 1 ? $"Pièce {_random.Next(size.Processes * 2)}" : null,
                DocumentsOut = number == MapSize.StepsEach ? $"Pièce {_random.Next(size.Processes * 2)}" : null,
            };
            step.Describe(number, input, _tools[_random.Next(_tools.Count)].Id);
            _db.Add(step);
        }

        var first = _random.Next(_people.Count);
        foreach (var duty in new[] { Duty.Does, Duty.Validates, Duty.Files })
        {
            _db.Add(ProcessDuty.Create(process.Id, _people[(first + (int)duty) % _people.Count].Id, duty));
        }

        for (var known = _random.Next(4); known > 0; known--)
        {
            _db.Add(KnowHow.Create(process.Id, _people[(first + known) % _people.Count].Id, (KnowHowLevel)_random.Next(3)));
        }

        if (_random.Next(2) == 0)
        {
            Weigh(process);
        }
    }

    // Answers for every second, an offer for every tenth of them.
    private void Weigh(Process process)
    {
        var answers = ProcessDiagnosis.Create(process.Id);
        answers.Answer(
            new DiagnosisInput
            {
                Usefulness = 2 + _random.Next(4),
                Standardisation = 1 + _random.Next(5),
                StrategicValue = 1 + _random.Next(5),
                Confidentiality = 1 + _random.Next(5),
                Expertise = 1 + _random.Next(5),
                Stability = 1 + _random.Next(5),
            },
            services.GetRequiredService<IClock>().GetCurrentInstant(),
            by: null);
        _db.Add(answers);
        if (_random.Next(10) == 0)
        {
            AddOffer(process.Id, "Cabinet");
        }
    }

    private void AddOffer(Guid process, string name)
    {
        var offer = CostOffer.Create(Guid.CreateVersion7(), process);
        offer.Describe(new OfferInput
        {
            ProcessId = process,
            Name = name,
            Figures =
            [
                new EstimateInput { Input = CostInput.FixedMonth, Figures = "200 / 250 / 350" },
                new EstimateInput { Input = CostInput.PerUnit, Figures = "2 / 3 / 5" },
                new EstimateInput { Input = CostInput.Transition, Figures = "1000 / 2000 / 5000" },
                new EstimateInput { Input = CostInput.SteeringHours, Figures = "1 / 2 / 4" },
            ],
        });
        _db.Add(offer);
    }

    // Most lead on to what stands a little further, one in twenty leads back.
    private void AddLinks()
    {
        var made = new HashSet<(int From, int To)>();
        while (made.Count < size.Links)
        {
            var from = _random.Next(size.Processes);
            var step = 1 + _random.Next(Math.Min(ReachOfLinks, size.Processes - 1));
            var to = _random.Next(20) == 0 ? from - step : from + step;
            if (to < 0 || to >= size.Processes || !made.Add((from, to)))
            {
                continue;
            }

            var link = ProcessLink.Create(Guid.CreateVersion7());
            link.Describe(new LinkInput
            {
                FromId = _processes[from].Id,
                ToId = _processes[to].Id,
                Passes = $"Pièce {_random.Next(size.Processes * 2)}",
                DaysUntil = _random.Next(5) == 0 ? null : _random.Next(15),
            });
            _db.Add(link);
        }
    }

    private void AddRekeyings()
    {
        for (var at = 0; at < size.Rekeyings; at++)
        {
            var rekeying = Rekeying.Create(Guid.CreateVersion7());
            var tool = _random.Next(_tools.Count);
            rekeying.Describe(
                new RekeyingInput
                {
                    ProcessId = _processes[_random.Next(_processes.Count)].Id,
                    Fields = "Montants et dates",
                    MinutesAMonth = _random.Next(6) == 0 ? null : _random.Next(300),
                    PersonId = _people[_random.Next(_people.Count)].Id,
                },
                _tools[tool].Id,
                _tools[(tool + 1) % _tools.Count].Id);
            _db.Add(rekeying);
        }
    }

    private async Task HandOverAsync()
    {
        var provider = await services.GetRequiredService<CreateProvider>()
            .RunAsync(new ProviderInput { Name = "Cabinet de charge" }, CancellationToken.None);
        var contract = new ContractInput
        {
            ProviderId = provider.Id,
            Title = "Lettre de mission",
            Start = new DateOnly(2024, 1, 1),
            Months = 12,
            NoticeMonths = 3,
            ProcessIds = [.. _processes.Where((_, at) => at % 5 == 0).Select(process => process.Id)],
        };
        await services.GetRequiredService<CreateContract>().RecordAsync(contract, CancellationToken.None);
    }

    private async Task PublishAsync()
    {
        foreach (var process in _processes.Take(2))
        {
            _db.ChangeTracker.Clear();
            AddOffer(process.Id, "Premier cabinet");
            AddOffer(process.Id, "Second cabinet");
            await SaveAsync();
            var target = await services.GetRequiredService<DrawFromSteps>().RunAsync(process.Id, CancellationToken.None);
            await services.GetRequiredService<PublishTarget>()
                .RunAsync(process.Id, target.Number, "Dessin repris des étapes.", CancellationToken.None);
        }
    }

    private async Task AskAsync()
    {
        var ask = services.GetRequiredService<AskAgreement>();
        var people = new AgreementInput { People = [_people[0].Id.ToString()] };
        await ask.RunAsync(null, people, "http://127.0.0.1", CancellationToken.None);
        await ask.RunAsync(_processes[0].Id, people, "http://127.0.0.1", CancellationToken.None);
    }

    private async Task SaveAsync()
    {
        _db.Record("ProcessCreated", new SubjectRef(Process.Kind, _processes[0].Id), new { _processes[0].Name });
        await _db.SaveChangesAsync();
        _db.ChangeTracker.Clear();
    }
}
