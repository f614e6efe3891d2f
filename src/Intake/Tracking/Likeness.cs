using Pupitre.Kernel;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;
using Pupitre.Recognition.Tracking;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tracking;

/// <summary>Why a title of a table is taken for a commitment, or for nothing.</summary>
internal enum LikenessKind
{
    /// <summary>Nothing is near.</summary>
    None,

    /// <summary>The same name.</summary>
    Same,

    /// <summary>Words in common.</summary>
    Words,

    /// <summary>Words that people use for it.</summary>
    Usual,

    /// <summary>The ready commitment that it was made from is called so.</summary>
    Template,

    /// <summary>What is done, as its sentence says it.</summary>
    Action,

    /// <summary>Near to a ready commitment that the company does not follow.</summary>
    NotFollowed,

    /// <summary>Two are as near.</summary>
    Tie,

    /// <summary>What it is nearest to is filled by another column.</summary>
    Taken,

    /// <summary>A person said so.</summary>
    Chosen,
}

/// <summary>How near a title is to a commitment, and why: said to the person who may choose another.</summary>
/// <param name="Commitment">What it is taken for; null for nothing.</param>
/// <param name="Score">From 0 to 2; the nearest is offered.</param>
/// <param name="Named">What it is near to, as it is called there.</param>
/// <param name="Shared">Words in common.</param>
/// <param name="Words">Words of what it is near to.</param>
internal sealed record Likeness(LikenessKind Kind, Commitment? Commitment, double Score, string? Named = null, int Shared = 0, int Words = 0, string? Other = null)
{
    /// <summary>Below, words in common say nothing.</summary>
    private const double LeastScore = 0.5;

    private const double SameScore = 2;
    private const double UsualScore = 0.95;
    private const double NearlyEqual = 0.03;

    public static readonly Likeness Nothing = new(LikenessKind.None, null, 0);

    /// <summary>The reason in the reader's words.</summary>
    public string Why(string title) => Kind switch
    {
        LikenessKind.Same => Texts.Likeness_Same.With(title),
        LikenessKind.Words => Texts.Likeness_Words.With(title, Named, Shared, Words),
        LikenessKind.Usual => Texts.Likeness_Usual.With(title, Named),
        LikenessKind.Template => Texts.Likeness_Template.With(title, Named),
        LikenessKind.Action => Texts.Likeness_Action.With(title, Named),
        LikenessKind.NotFollowed => Texts.Likeness_NotFollowed.With(title, Named),
        LikenessKind.Tie => Texts.Likeness_Tie.With(title, Named, Other),
        LikenessKind.Taken => Texts.Likeness_Taken.With(Named, Other),
        LikenessKind.Chosen => Texts.Likeness_Chosen,
        _ => Texts.Likeness_None,
    };

    /// <summary>The nearest of the commitments; nothing when two are as near, or when something that the company does not follow is nearer.</summary>
    public static Likeness Of(string title, IReadOnlyList<Commitment> commitments)
    {
        var plain = GuessMapping.ActivityOf(title);
        var words = WordStems.Of(plain);
        var usual = UsualWords.TemplateOf(Folded.Of(plain));
        var near = commitments.Select(commitment => Best(plain, words, usual, commitment)).Where(found => found.Score >= LeastScore).OrderByDescending(found => found.Score).ToList();
        if (near is [{ Score: >= SameScore } same, ..])
        {
            return same;
        }

        var elsewhere = NotFollowed(words, usual, commitments);
        return near switch
        {
            _ when elsewhere.Score > 0 && (near.Count == 0 || elsewhere.Score > near[0].Score + NearlyEqual) => elsewhere,
            [] => Nothing,
            [var first, var second, ..] when first.Score - second.Score < NearlyEqual => new(LikenessKind.Tie, null, 0, first.Commitment!.Name, Other: second.Commitment!.Name),
            [var first, ..] => first,
        };
    }

    private static Likeness Best(string title, WordStems words, int? usual, Commitment commitment)
    {
        var template = CommitmentTemplates.Find(commitment.TemplateNumber);
        var folded = Folded.Of(title);
        if (Folded.Of(commitment.Name) == folded)
        {
            return new(LikenessKind.Same, commitment, SameScore, commitment.Name);
        }

        var isRenamed = template is not null && !template.Name.Are(commitment.Name);
        List<Likeness> found = [Near(LikenessKind.Words, words, commitment, commitment.Name)];
        if (template is not null)
        {
            found.Add(NearTemplate(isRenamed, words, commitment, template.Name.French));
            found.Add(NearTemplate(isRenamed, words, commitment, template.Name.English));
            if (Folded.Of(template.Name.French) == folded || Folded.Of(template.Name.English) == folded)
            {
                found.Add(new(LikenessKind.Template, commitment, SameScore, template.Name.ToString()));
            }
        }

        if (usual is not null && usual == commitment.TemplateNumber)
        {
            found.Add(found.Exists(near => near.Score >= UsualScore) ? Nothing : new(LikenessKind.Usual, commitment, UsualScore, commitment.Name));
        }

        if (commitment.Versions.Count > 0)
        {
            found.Add(Near(LikenessKind.Action, words, commitment, commitment.Versions.MaxBy(version => version.Number)!.Action));
        }

        // What people usually call one thing is not another made from a ready one, whatever words they share.
        var best = found.MaxBy(near => near.Score)!;
        return usual is not null && commitment.TemplateNumber is not null && usual != commitment.TemplateNumber ? best with { Score = Math.Min(best.Score, UsualScore - (2 * NearlyEqual)) } : best;
    }

    private static Likeness NearTemplate(bool isRenamed, WordStems words, Commitment commitment, string name) =>
        Near(LikenessKind.Template, words, commitment, name) is var near && isRenamed ? near : near with { Kind = LikenessKind.Words, Score = near.Score - (NearlyEqual / 3) };

    private static Likeness Near(LikenessKind kind, WordStems words, Commitment? commitment, string name)
    {
        var own = WordStems.Of(name);
        var strong = words.Strong.Count(own.Strong.Contains);
        if (strong == 0 || own.IsEmpty)
        {
            return Nothing;
        }

        var weak = words.Weak.Count(own.Weak.Contains);
        var score = (0.6 * strong / words.Strong.Count) + (0.4 * strong / own.Strong.Count) + (0.04 * weak);
        return new(kind == LikenessKind.Words && words.Written.Count(own.Written.Contains) < strong + weak ? LikenessKind.Usual : kind, commitment, score, name, strong + weak, own.Count);
    }

    private static Likeness NotFollowed(WordStems words, int? usual, IReadOnlyList<Commitment> commitments)
    {
        var followed = commitments.Select(commitment => commitment.TemplateNumber).ToHashSet();
        var free = CommitmentTemplates.All.Where(template => !followed.Contains(template.Number) && template.Kind == CommitmentKind.Schedule).ToList();
        if (usual is not null && free.Find(template => template.Number == usual) is { } known)
        {
            return new(LikenessKind.NotFollowed, null, UsualScore, known.Name.ToString());
        }

        var nearest = free.Select(template => Near(LikenessKind.NotFollowed, words, null, template.Name.French) with { Kind = LikenessKind.NotFollowed, Named = template.Name.ToString() }).MaxBy(near => near.Score);
        return nearest is { Score: >= UsualScore } ? nearest : Nothing;
    }
}
