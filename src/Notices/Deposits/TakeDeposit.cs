using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Contents;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Deposits;

/// <summary>
/// Takes the files of one sending by a link, one after the other: each is received whole and noted in the same unit of work, so that what
/// is broken off leaves what had come, and its receipt. Of one scope, for one sending.
/// </summary>
internal sealed class TakeDeposit(Db db, ReceiveFile receive, ReadCompanyFacts readFacts, ReceiptDeposit receipt, IClock clock)
{
    /// <summary>Files of one sending.</summary>
    public const int MaxFiles = 50;

    /// <summary>Files that one link may bring within <see cref="_day"/>.</summary>
    public const int MaxFilesADay = 200;

    /// <summary>Bytes that one link may bring within that time; the file that passes it is still taken.</summary>
    public const long MaxBytesADay = 4L << 30;

    private static readonly Duration _day = Duration.FromHours(24);

    private readonly List<ReceivedFile> _received = [];
    private DepositPlace? _place;
    private Deposit? _deposit;
    private HashSet<Guid> _commitments = [];
    private DroppedOn? _for;
    private (int Files, long Bytes) _today;

    public int Count => _received.Count;

    /// <summary>The sending.</summary>
    public Guid Id => _deposit!.Id;

    /// <param name="word">What they write beside it.</param>
    /// <param name="cell">The due date that they say it is for, as the form names it; empty for none.</param>
    /// <exception cref="Refused">The word is too long.</exception>
    /// <exception cref="NotFound">The due date is none of this contract.</exception>
    public async Task BeginAsync(DepositPlace place, string? word, string? cell, CancellationToken token)
    {
        var said = string.IsNullOrWhiteSpace(word) ? null : word.Trim();
        if (said?.Length > Deposit.MaxWordLength)
        {
            throw new Refused(Texts.Dispute_TooLong.With(Deposit.MaxWordLength));
        }

        var now = clock.GetCurrentInstant();
        var since = now - _day;
        var sizes = await (from file in db.Set<DepositedFile>()
                           join deposit in db.Set<Deposit>() on file.DepositId equals deposit.Id
                           where deposit.LinkId == place.Link.Id && deposit.At > since
                           select file.SizeBytes).ToListAsync(token);
        var facts = await readFacts.RunAsync(token);
        _today = (sizes.Count, sizes.Sum());
        (_place, _deposit) = (place, Deposit.Begin(place.Link, said, now));
        _commitments = ReadDepositPage.OwnOf(facts, place.Contract.Id).Select(item => item.Id).ToHashSet();
        _for = string.IsNullOrEmpty(cell) ? null
            : OccurrenceCell.Parse(cell) is { } named && _commitments.Contains(named.CommitmentId)
                ? new DroppedOn(named.CommitmentId, named.OccurrenceKey)
                : throw new NotFound();
    }

    /// <summary>Receives one file.</summary>
    /// <exception cref="Refused">Too much came, or the file cannot be taken. What came before stays.</exception>
    public async Task AddAsync(StreamedFile file, CancellationToken token)
    {
        if (_received.Count >= MaxFiles)
        {
            throw new Refused(Texts.Deposit_TooManyFiles.With(MaxFiles));
        }

        if (_today.Files >= MaxFilesADay || _today.Bytes >= MaxBytesADay)
        {
            throw new Refused(Texts.Deposit_TooMuch.With(MaxFilesADay, MaxBytesADay >> 30));
        }

        var size = 0L;
        var from = new HandedOver(_place!.Link.Email, _place.Link.PersonName, _commitments, _for, received =>
        {
            size = received.SizeBytes;
            Note(received, SafeName.Of(file.Name));
        });
        _received.Add(await receive.RunAsync(file.Body, file.Name, file.MediaType, from, token));
        _today = (_today.Files + 1, _today.Bytes + size);
    }

    /// <summary>Ends the sending: what was received is receipted, even where the sender is gone.</summary>
    public async Task EndAsync()
    {
        // A file that was broken off leaves what it was about to note.
        db.StartOver();
        if (_received.Count > 0)
        {
            await receipt.RunAsync(_place!, _deposit!, _received, CancellationToken.None);
        }
    }

    private void Note(EvidenceFile file, string name)
    {
        if (_received.Count == 0)
        {
            db.Add(_deposit!);
        }

        db.Add(DepositedFile.Of(_deposit!, file, name, clock.GetCurrentInstant()));
    }
}
