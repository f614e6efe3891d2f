using System.Security.Cryptography;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Preview;

/// <summary>
/// Looks into a kept file for its page. Within limits of size and time, and by what the file is, not by what its name says: a page, a
/// drawing or a program named "facture.pdf" is no paper.
/// </summary>
internal sealed class ReadPreview(FileStore store, Tenant tenant)
{
    /// <summary>Papers larger than that are shown by the browser alone.</summary>
    private const long MaxPaperBytes = 50L * 1024 * 1024;

    /// <summary>Mails and archives larger than that are not opened for a page.</summary>
    private const long MaxContainerBytes = 20L * 1024 * 1024;
    private const int MaxInside = 200;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    /// <param name="page">Page of a paper, from 1.</param>
    /// <param name="sheet">Sheet of a workbook, or null.</param>
    /// <param name="token">Stops waiting for it.</param>
    public async Task<FilePreview> RunAsync(EvidenceFile file, int page, string? sheet, CancellationToken token)
    {
        if (!file.ContentKept)
        {
            return new FilePreview.Nothing(Texts.Preview_NotKept);
        }

        try
        {
            // Each reader has limits of its own; whoever asked does not wait for one that finds a way around them.
            return await Task.Run(() => Read(file, page, sheet), token).WaitAsync(_patience, token);
        }
        catch (TimeoutException)
        {
            return new FilePreview.Nothing(Texts.Preview_TooMuch);
        }
        catch (Exception problem) when (problem is Refused or FormatException or InvalidDataException or IOException)
        {
            return new FilePreview.Nothing(problem is Refused refused ? refused.Message : Texts.Preview_Broken);
        }
    }

    private FilePreview Read(EvidenceFile file, int page, string? sheet)
    {
        using var content = store.OpenRead(file.Hash);
        if (PictureType.Of(content) is not null)
        {
            return new FilePreview.Picture();
        }

        var signature = SignatureOf(content);
        return signature switch
        {
            FileSignature.Pdf => Paper(content, page),
            FileSignature.Mail when content.Length > MaxContainerBytes => new FilePreview.Nothing(Texts.Preview_TooLarge.With(MaxContainerBytes / (1024 * 1024))),
            FileSignature.Mail => Mail(content, file.Name),
            FileSignature.Mbox or FileSignature.Zip => new FilePreview.Nothing(Texts.Preview_Container) { Inside = Inside(content, file.Name) },
            FileSignature.Workbook => PreviewTable.Run(content, sheet),
            FileSignature.Text or FileSignature.Unknown when file.Recognised == RecognisedKind.Table => PreviewTable.Run(content, null),
            FileSignature.Text or FileSignature.Xml or FileSignature.Xes => PreviewLines.Run(content),
            FileSignature.Empty => new FilePreview.Nothing(Texts.File_Empty),
            FileSignature.OutlookMessage => new FilePreview.Nothing(Texts.File_OutlookMail),
            FileSignature.EncryptedWorkbook => new FilePreview.Nothing(Texts.File_WorkbookPassword),
            FileSignature.OldWorkbook => new FilePreview.Nothing(Texts.File_OldWorkbook),
            FileSignature.OfficeDocument => new FilePreview.Nothing(Texts.Preview_Office),
            _ => new FilePreview.Nothing(Texts.Preview_UnknownKind),
        };
    }

    private static FilePreview.Paper Paper(Stream content, int page)
    {
        if (content.Length > MaxPaperBytes)
        {
            return new FilePreview.Paper(0, 1, "", Texts.Preview_TooLarge.With(MaxPaperBytes / (1024 * 1024)));
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return PreviewPaper.Run(bytes, page);
    }

    private FilePreview.Mail Mail(Stream content, string name)
    {
        var inside = Inside(content, name);
        content.Position = 0;
        return PreviewMail.Run(content, tenant.Zone) with { Inside = inside };
    }

    // What came inside may have been known before and hang from another mail: its hash tells.
    private static IReadOnlyList<(string Name, long Size, string? Hash)> Inside(Stream content, string name)
    {
        if (content.Length > MaxContainerBytes)
        {
            return [];
        }

        using var budget = new UnpackingBudget(new UnpackingLimits { MaxTime = _patience });
        var finding = RecogniseFile.Run(content, name, new CompanyMail([], [], DateTimeZone.Utc), depth: 0, budget);
        return [.. finding.Inside.Take(MaxInside).Select(inner => (inner.Name, inner.Size, HashOf(inner)))];
    }

    private static string? HashOf(InnerFile inner)
    {
        using var content = inner.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static FileSignature SignatureOf(Stream content)
    {
        var head = new byte[Math.Min(content.Length, FileSignatures.HeadBytes)];
        content.ReadExactly(head);
        content.Position = 0;
        var signature = FileSignatures.Of(head);
        signature = signature == FileSignature.Zip ? FileSignatures.OfZip(content) : signature;
        content.Position = 0;
        return signature;
    }
}
