using System.Globalization;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Every digest that stands for a text, with its JSON pointer below <c>/statement</c>.</summary>
internal static class StatementDigests
{
    public static IEnumerable<(string Field, string Digest)> Of(Statement statement)
    {
        for (var at = 0; at < statement.Comments.Length; at++)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"/comments/{at}/text"), statement.Comments[at].Text);
        }

        for (var at = 0; at < statement.Commitments.Length; at++)
        {
            foreach (var found in Of(statement.Commitments[at], string.Create(CultureInfo.InvariantCulture, $"/commitments/{at}")))
            {
                yield return found;
            }
        }

        yield return ("/contract/title", statement.Contract.Title);
        if (statement.Contract.Provider is { } provider)
        {
            yield return ("/contract/provider", provider);
        }

        for (var at = 0; at < (statement.Corrects?.Changes.Length ?? 0); at++)
        {
            if (statement.Corrects!.Changes[at].File is { } file)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"/corrects/changes/{at}/file"), file);
            }
        }
    }

    private static IEnumerable<(string Field, string Digest)> Of(StatedCommitment commitment, string path)
    {
        yield return (path + "/name", commitment.Name);
        for (var at = 0; at < commitment.Obligations.Length; at++)
        {
            foreach (var (field, digest) in Of(commitment.Obligations[at]))
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{path}/obligations/{at}{field}"), digest);
            }
        }
    }

    private static IEnumerable<(string Field, string Digest)> Of(StatedObligation item)
    {
        if (item.Delay is { } delay)
        {
            yield return ("/delay/reason", delay.Reason);
        }

        if (item.Dispute is { } dispute)
        {
            yield return ("/dispute/reason", dispute.Reason);
        }

        if (item.Name is { } name)
        {
            yield return ("/name", name);
        }

        for (var at = 0; at < item.Proofs.Length; at++)
        {
            if (item.Proofs[at].File is { } file)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"/proofs/{at}/file"), file);
            }
        }
    }
}
