using MailKit;
using MailKit.Search;
using MimeKit;
using NodaTime;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Asks the server for what is new in a folder, and for what it says of each message: size, envelope and a few headers.</summary>
internal static class ReadMailHead
{
    private const int MaxAddresses = 200;

    private static readonly string[] _deliveredTo = ["Delivered-To", "X-Original-To", "Envelope-To"];

    private static readonly FetchRequest _asked = new(
        MessageSummaryItems.UniqueId | MessageSummaryItems.Envelope | MessageSummaryItems.Size | MessageSummaryItems.References,
        [.. AutomaticMail.Headers, "Sensitivity", "DKIM-Signature", .. _deliveredTo]);

    /// <summary>Numbers above one, in their order, of messages that arrived since a day.</summary>
    public static async Task<IReadOnlyList<UniqueId>> NewAsync(IMailFolder folder, long lastUid, DateOnly since, CancellationToken token)
    {
        if (lastUid >= uint.MaxValue)
        {
            return [];
        }

        // A server answers "5:*" with its last message even where that has a smaller number.
        var range = new UniqueIdRange(folder.UidValidity, (uint)lastUid + 1, uint.MaxValue);
        var found = await folder.SearchAsync(
            SearchQuery.Uids(range).And(SearchQuery.DeliveredAfter(since.AddDays(-1).ToDateTime(TimeOnly.MinValue))), token);
        return [.. found.Where(uid => uid.Id > lastUid).OrderBy(uid => uid.Id)];
    }

    public static async Task<IReadOnlyList<SeenMessage>> OfAsync(IMailFolder folder, IList<UniqueId> uids, CancellationToken token) =>
        [.. (await folder.FetchAsync(uids, _asked, token)).OrderBy(row => row.UniqueId.Id).Select(Seen)];

    private static SeenMessage Seen(IMessageSummary row)
    {
        var envelope = row.Envelope;
        var headers = row.Headers ?? new HeaderList();
        return new SeenMessage(
            row.UniqueId.Id,
            row.Size ?? 0,
            envelope?.MessageId,
            envelope?.From.Mailboxes.FirstOrDefault()?.Address ?? envelope?.Sender.Mailboxes.FirstOrDefault()?.Address,
            envelope is null ? [] : [.. envelope.To.Mailboxes.Concat(envelope.Cc.Mailboxes).Select(to => to.Address).Take(MaxAddresses)],
            [.. headers.Where(header => _deliveredTo.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
                .Select(header => header.Value.Trim())],
            envelope?.Subject,
            envelope?.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            [.. new[] { envelope?.InReplyTo }.OfType<string>().Concat(row.References ?? [])],
            headers.Where(header => !_deliveredTo.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
                .GroupBy(header => header.Field, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase));
    }
}
