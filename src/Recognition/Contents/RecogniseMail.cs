using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>A mail, a mailbox, a message of Outlook.</summary>
internal sealed class RecogniseMail : IRecognise
{
    public int Order => 120;

    public Finding? Run(SeenFile file) => file.Signature switch
    {
        FileSignature.Mail when file.Content.Length > RecogniseFile.MaxMailBytes => RecogniseFile.TooLarge(RecognisedKind.Mail),
        FileSignature.Mail => ReadMail.Run(file.Content, file.Company, file.Budget),
        FileSignature.Mbox when file.Content.Length > RecogniseFile.MaxMailBytes => RecogniseFile.TooLarge(RecognisedKind.Archive),
        FileSignature.Mbox => ReadMailbox.Run(file.Content, file.Budget),
        FileSignature.OutlookMessage => new Finding { Kind = RecognisedKind.OutlookMail, Note = Texts.File_OutlookMail },
        _ => null,
    };
}
