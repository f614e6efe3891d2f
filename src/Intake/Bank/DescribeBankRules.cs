using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Settings;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Bank;

/// <summary>Adds, changes and removes the rules by which lines of the bank are known, and shows what one would know of the lines received.</summary>
internal sealed class DescribeBankRules(Db db, FileStore store, Tenant tenant)
{
    private const int MostStatements = 6;
    private const int MostShown = 20;

    public async Task<BankRulesView> PrepareAsync(CancellationToken token)
    {
        var json = await db.Set<EvidenceSettings>().AsNoTracking().Select(row => row.BankRules).SingleOrDefaultAsync(token);
        var commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).ToListAsync(token);
        return new(BankRules.Of(json), json is null, [.. commitments.Where(row => row.Versions.Count > 0 && row.Versions.MaxBy(version => version.Number)!.Rule.Schedule is not null)]);
    }

    /// <summary>The lines received lately that a rule alone would know, the newest first.</summary>
    public async Task<IReadOnlyList<BankLine>> PreviewAsync(BankRule rule, CancellationToken token)
    {
        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.Recognised == RecognisedKind.BankStatement && row.ContentKept).OrderByDescending(row => row.Id).Take(MostStatements).Select(row => row.Hash).ToListAsync(token);
        var providers = await db.Set<Provider>().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync(token);
        return [.. files.SelectMany(LinesOf).Where(line => rule.Fits(line, Folded.Of(line.Label), providers, out _)).OrderByDescending(line => line.On).Take(MostShown)];
    }

    public async Task SaveAsync(BankRule rule, CancellationToken token)
    {
        var settings = await SettingsAsync(token);
        var rules = BankRules.Of(settings.BankRules).ToList();
        var place = rules.FindIndex(known => known.Id == rule.Id);
        if (place < 0 && rules.Count >= BankRules.MaxRules)
        {
            throw new Refused(Texts.BankRules_TooMany.With(BankRules.MaxRules));
        }

        // The first that fits wins: what somebody adds is meant to win.
        var before = place < 0 ? null : rules[place];
        rules.RemoveAll(known => known.Id == rule.Id);
        rules.Insert(Math.Max(place, 0), rule);
        settings.RecogniseBankLines(BankRules.ToJson(rules));
        db.Record("BankRuleSaved", new SubjectRef(EvidenceSettings.Kind, tenant.CompanyId), new { rule.Name, rule.Words, Before = before?.Words ?? "—" });
        await db.SaveChangesAsync(token);
    }

    public async Task RemoveAsync(Guid id, CancellationToken token)
    {
        var settings = await SettingsAsync(token);
        var rules = BankRules.Of(settings.BankRules).ToList();
        var removed = rules.Find(known => known.Id == id) ?? throw new NotFound();
        rules.Remove(removed);
        settings.RecogniseBankLines(BankRules.ToJson(rules));
        db.Record("BankRuleRemoved", new SubjectRef(EvidenceSettings.Kind, tenant.CompanyId), new { removed.Name, removed.Words });
        await db.SaveChangesAsync(token);
    }

    /// <summary>Takes the ready rules up again, as they stand.</summary>
    public async Task ResetAsync(CancellationToken token)
    {
        var settings = await SettingsAsync(token);
        var count = BankRules.Of(settings.BankRules).Count;
        settings.RecogniseBankLines(null);
        db.Record("BankRulesReset", new SubjectRef(EvidenceSettings.Kind, tenant.CompanyId), new { Count = count });
        await db.SaveChangesAsync(token);
    }

    private async Task<EvidenceSettings> SettingsAsync(CancellationToken token)
    {
        if (await db.Set<EvidenceSettings>().SingleOrDefaultAsync(token) is { } known)
        {
            return known;
        }

        var settings = EvidenceSettings.Create(tenant.CompanyId);
        db.Add(settings);
        return settings;
    }

    private IReadOnlyList<BankLine> LinesOf(string hash)
    {
        try
        {
            using var content = store.OpenRead(hash);
            return BankFile.Read(content).Lines;
        }
        catch (Refused)
        {
            return [];
        }
    }
}

/// <param name="AreReady">The company has not changed any.</param>
/// <param name="Commitments">Those with due dates, which lines can fill.</param>
internal sealed record BankRulesView(IReadOnlyList<BankRule> Rules, bool AreReady, IReadOnlyList<Commitment> Commitments)
{
    /// <summary>What a rule can fill: a ready commitment, whoever made one from it, or one commitment.</summary>
    public IReadOnlyList<Choice> Targets =>
    [
        .. CommitmentTemplates.All.Where(template => template.Kind == CommitmentKind.Schedule).Select(template => new Choice("t" + template.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), Texts.BankRules_Ready.With(template.Name))),
        .. Commitments.Select(row => new Choice("c" + row.Id, row.Name)),
    ];

    public string TargetOf(BankRule rule) =>
        rule.CommitmentId is { } id ? Commitments.FirstOrDefault(row => row.Id == id)?.Name ?? Texts.BankRules_Gone
        : rule.Template is { } number ? Commitments.FirstOrDefault(row => row.TemplateNumber == number)?.Name ?? Texts.BankRules_Ready.With(CommitmentTemplates.Find(number)?.Name)
        : rule.Words.Contains(BankRule.ProviderMark, StringComparison.Ordinal) ? Texts.BankRules_PaymentOf : Texts.BankRules_Nothing;
}

/// <summary>What is asked about one rule.</summary>
public sealed class BankRuleInput
{
    public Guid? Id { get; set; }

    public string? Name { get; set; }

    public string? Words { get; set; }

    public BankSign Sign { get; set; }

    public BankShows Shows { get; set; }

    public decimal? Least { get; set; }

    public decimal? Most { get; set; }

    /// <summary><c>t10</c> for a ready commitment, <c>c</c> and a key for one of the company's; empty for none.</summary>
    public string? Target { get; set; }

    internal static BankRuleInput Of(BankRule rule) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Words = rule.Words,
        Sign = rule.Sign,
        Shows = rule.Shows,
        Least = rule.Least,
        Most = rule.Most,
        Target = rule.CommitmentId is { } id ? "c" + id : rule.Template is { } number ? "t" + number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    };

    internal BankRule ToRule()
    {
        var (name, words) = ((Name ?? "").Trim(), (Words ?? "").Trim());
        if (words.Length is 0 or > BankRule.MaxWordsLength)
        {
            throw new Refused(Texts.BankRules_WordsMissing.With(BankRule.MaxWordsLength), nameof(Words));
        }

        if (Least > Most)
        {
            throw new Refused(Texts.BankRules_AmountsTurned, nameof(Most));
        }

        name = name.Length == 0 ? words : name;
        return new(Id ?? Guid.CreateVersion7(), name[..Math.Min(name.Length, BankRule.MaxNameLength)], words, Sign, Shows, Least, Most,
            Target is ['t', .. var number] && int.TryParse(number, out var template) ? template : null,
            Target is ['c', .. var key] && Guid.TryParse(key, out var id) ? id : null);
    }
}
