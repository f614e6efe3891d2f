using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Sourcing.Commitments;

/// <summary>A ready commitment with the company's own dates in its sentence.</summary>
public sealed record ReadyCommitment(CommitmentTemplate Template, Sentence Sentence, bool Adopted);

/// <summary>Lists the ready commitments that concern the company.</summary>
public sealed class ReadReadyCommitments(Db db)
{
    public async Task<IReadOnlyList<ReadyCommitment>> RunAsync(CancellationToken token)
    {
        var profile = await db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync(token) ?? CompanyProfile.Unknown();
        var adopted = await db.Set<Commitment>().AsNoTracking().Where(row => row.ArchivedAt == null && row.TemplateNumber != null).Select(row => row.TemplateNumber!.Value).Distinct().ToListAsync(token);
        return [.. CommitmentTemplates.All.Where(template => template.IsFor(profile)).OrderBy(template => template.Domain).ThenBy(template => template.Number)
            .Select(template => new ReadyCommitment(template, SentenceOf(template, profile), adopted.Contains(template.Number)))];
    }

    /// <summary>The sentence of a ready commitment before anybody adopted it.</summary>
    public static Sentence SentenceOf(CommitmentTemplate template, CompanyProfile profile)
    {
        var before = CommitmentTemplates.Find(template.Prerequisite);
        return CommitmentSentence.Of(template.Rule(profile, before is null ? null : Guid.Empty), new CommitmentWords
        {
            Performer = template.Performer,
            Action = template.ActionOf(template.Performer).ToString(),
            TemplateNumber = template.Number,
            Condition = before is null ? null : new ConditionWords(before.Name.ToString(), before.Performer, null, before.Number),
        });
    }
}
