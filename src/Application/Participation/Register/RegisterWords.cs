using System.Collections.Frozen;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Register;

/// <summary>A sentence that anybody understands, in both languages.</summary>
public sealed record PlainWords(string Fr, string En);

/// <summary>What each use case is called in the register that people read: never by its technical name.</summary>
public static class RegisterWords
{
    /// <summary>Use cases that deserve better words than their tab's; the others get <see cref="Of(string, Tab?, bool)"/>'s general ones.</summary>
    /// <remarks>A use case that goes keeps its words: registers remember it.</remarks>
    public static readonly FrozenDictionary<string, PlainWords> Said = new Dictionary<string, PlainWords>(StringComparer.Ordinal)
    {
        ["OpenRecord"] = new("a ouvert votre dossier avec vous", "opened your record with you"),
        ["GetRecord"] = new("a ouvert la première page de votre dossier", "opened the first page of your record"),
        ["DescribePerson"] = new("a noté avec vous votre nom ou votre langue", "noted with you your name or your language"),
        ["IssueClaimCode"] = new("a préparé le code qui vous donne votre dossier", "made the code that gives you your record"),
        ["EnrolInProject"] = new("a noté votre entrée dans un projet", "noted that you entered a project"),
        ["LeaveProject"] = new("a noté votre départ d’un projet", "noted that you left a project"),
        ["MoveToProject"] = new("a noté votre passage d’un projet à un autre", "noted that you moved from one project to another"),
        ["GetCircle"] = new("a regardé qui est dans votre cercle", "looked at who is in your circle"),
        ["ListCandidates"] = new("a cherché qui inviter dans votre cercle", "looked for whom to invite into your circle"),
        ["InviteToCircle"] = new("a invité avec vous quelqu’un dans votre cercle", "invited somebody into your circle with you"),
        ["IssueInvitationCode"] = new("a préparé le code d’une invitation", "made the code of an invitation"),
        ["PutForward"] = new("a proposé quelqu’un pour votre cercle", "put somebody forward for your circle"),
        ["TakePlace"] = new("a pris sa place dans votre cercle", "took their place in your circle"),
        ["AnswerInvitation"] = new("a répondu à votre invitation", "answered your invitation"),
        ["LeaveCircle"] = new("a mis fin à une place dans votre cercle", "ended a place in your circle"),
        ["ShareTabs"] = new("a changé avec vous ce qui est ouvert à quelqu’un", "changed with you what is open to somebody"),
        ["ListConsents"] = new("a regardé ce à quoi vous dites oui ou non", "looked at what you say yes or no to"),
        ["ListConsentAnswers"] = new("a regardé vos réponses d’avant", "looked at your earlier answers"),
        ["AnswerConsent"] = new("a noté votre oui ou votre non", "noted your yes or your no"),
        ["ListCommunications"] = new("a regardé ce qui est sorti de votre dossier", "looked at what left your record"),
        ["KeepOut"] = new("a noté qui vous écartez de votre dossier", "noted whom you keep out of your record"),
        ["LetInAgain"] = new("a noté que vous n’écartez plus quelqu’un", "noted that you no longer keep somebody out"),
        ["ListRestrictions"] = new("a regardé qui vous écartez de votre dossier", "looked at whom you keep out of your record"),
        ["FreezeRecord"] = new("a gelé votre dossier", "froze your record"),
        ["LiftFreeze"] = new("a levé le gel de votre dossier", "lifted the freeze of your record"),
        ["ListFreezes"] = new("a regardé quand votre dossier a été gelé", "looked at when your record was frozen"),
        ["NameRepresentative"] = new("a noté qui vous représente", "noted who represents you"),
        ["EndRepresentative"] = new("a noté la fin d’une représentation", "noted the end of a representation"),
        ["ListRepresentatives"] = new("a regardé qui vous représente", "looked at who represents you"),
        ["OpenInEmergency"] = new("a ouvert votre dossier en urgence", "opened your record in an emergency"),
        ["GetRetention"] = new("a regardé ce qui est annoncé de la durée pendant laquelle votre dossier est gardé", "looked at what is announced about how long your record is kept"),
        ["AskArchive"] = new("a demandé une copie de votre dossier", "asked for a copy of your record"),
        ["ListArchives"] = new("a regardé quelles copies de votre dossier ont été demandées", "looked at which copies of your record were asked for"),
        ["GetArchive"] = new("a regardé où en est une copie de votre dossier", "looked at how far a copy of your record is"),
        ["FetchArchive"] = new("a pris une copie de votre dossier : elle existe maintenant hors du dossier", "took a copy of your record: it now exists outside the record"),
        ["AskErasure"] = new("a demandé que votre dossier soit effacé", "asked for your record to be erased"),
        ["ConfirmErasure"] = new("a confirmé que votre dossier soit effacé", "confirmed that your record be erased"),
        ["CancelErasure"] = new("a annulé l’effacement de votre dossier", "called off the erasing of your record"),
        ["ListErasures"] = new("a regardé si votre dossier va être effacé", "looked at whether your record is to be erased"),
        ["ListEmergencies"] = new("a regardé quand votre dossier a été ouvert en urgence", "looked at when your record was opened in an emergency"),
        ["ReviewEmergency"] = new("a revu une ouverture de votre dossier en urgence", "reviewed an opening of your record in an emergency"),
        ["OpenImportedRecord"] = new("a ouvert votre dossier pour y importer des cotes", "opened your record to import ratings into it"),
        ["ImportArchive"] = new("a fait entrer votre dossier, venu d’une autre installation", "took in your record from another installation"),
        ["GetChangesForOperator"] = new("a lu ce qui a changé dans votre qualité de vie", "read what changed in your quality of life"),
        ["RecomputeChange"] = new("a fait recalculer ce qui a changé dans votre qualité de vie", "had what changed in your quality of life computed again"),
        ["ImportSelfRatings"] = new("a importé des cotes dans votre qualité de vie", "imported ratings into your quality of life"),
        ["IssueAccessCode"] = new("a préparé un code pour que vous reveniez dans votre compte", "made a code so that you can come back into your account"),
        ["GetPicture"] = new("a regardé où vous en êtes dans votre qualité de vie", "looked at where you are in your quality of life"),
        ["GetSeries"] = new("a regardé les courbes de votre qualité de vie", "looked at the curves of your quality of life"),
        ["GetThemeSeries"] = new("a regardé la courbe d’un thème de votre qualité de vie", "looked at the curve of one theme of your quality of life"),
        ["ListAssessments"] = new("a parcouru la liste de vos évaluations", "went through the list of your assessments"),
        ["GetAssessment"] = new("a lu une de vos évaluations", "read one of your assessments"),
        ["OpenAssessment"] = new("a commencé une évaluation de votre qualité de vie", "began an assessment of your quality of life"),
        ["AddAnswers"] = new("a noté des réponses dans votre qualité de vie", "noted answers in your quality of life"),
        ["CompleteAssessment"] = new("a terminé une évaluation de votre qualité de vie", "completed an assessment of your quality of life"),
        ["AbandonAssessment"] = new("a mis de côté une évaluation de votre qualité de vie", "put an assessment of your quality of life aside"),
        ["ListComments"] = new("a lu des commentaires de votre qualité de vie", "read comments in your quality of life"),
        ["WriteComment"] = new("a écrit un commentaire dans votre qualité de vie", "wrote a comment in your quality of life"),
        ["GetBlindMode"] = new("a regardé si vous répondez à l’aveugle", "looked at whether answers are given blind"),
        ["SetBlindMode"] = new("a choisi avec vous de répondre à l’aveugle ou non", "chose with you whether answers are given blind"),
        ["ListGaps"] = new("a regardé où vos points de vue se distinguent", "looked at where your views differ"),
        ["SayOfGap"] = new("a dit où il ou elle en est d’un écart entre vos points de vue", "said where they stand with a gap between your views"),
        ["GetStars"] = new("a regardé vos étoiles", "looked at your stars"),
        ["GetStarHistory"] = new("a regardé l’histoire de vos étoiles", "looked at the history of your stars"),
        ["WriteGoal"] = new("a écrit un objectif dans votre plan", "wrote a goal in your plan"),
        ["RewordGoal"] = new("a changé les mots d’un objectif de votre plan", "changed the words of a goal in your plan"),
        ["WriteLevels"] = new("a écrit avec vous les niveaux d’un objectif", "wrote the levels of a goal with you"),
        ["RateGoal"] = new("a noté où il ou elle voit un de vos objectifs", "noted where they see one of your goals"),
        ["WriteAction"] = new("a écrit une action dans votre plan", "wrote an action in your plan"),
        ["RewordAction"] = new("a changé les mots ou les dates d’une action", "changed the words or dates of an action"),
        ["StepAction"] = new("a noté où en est une action", "noted where an action stands"),
        ["AskCarrier"] = new("a demandé à quelqu’un de porter une action", "asked somebody to carry an action"),
        ["GetActionsAsked"] = new("a lu les actions qu’on lui demande de porter dans votre plan", "read the actions of your plan that they were asked to carry"),
        ["AnswerAsking"] = new("a répondu pour une action à porter", "answered about an action to carry"),
        ["GiveBackAction"] = new("a rendu une action de votre plan", "gave back an action of your plan"),
        ["MarkOccurrence"] = new("a noté un jour d’une action qui revient", "noted a day of an action that comes back"),
        ["GetCarriedActions"] = new("a regardé ce qu’il ou elle porte dans votre plan", "looked at what they carry in your plan"),
        ["WriteFollowUp"] = new("a noté comment va un objectif", "noted how a goal is going"),
        ["NoteReview"] = new("a noté une révision de votre plan", "noted a review of your plan"),
        ["GetPlan"] = new("a regardé votre plan", "looked at your plan"),
        ["GetGoalPath"] = new("a regardé le chemin d’un objectif", "looked at the path of a goal"),
        ["StepGoal"] = new("a noté avec vous où en est un objectif", "noted with you where a goal stands"),
        ["GetOverview"] = new("a ouvert votre dossier", "opened your record"),
        ["MarkOverviewSeen"] = new("a noté avoir vu votre dossier", "noted having seen your record"),
        ["AskPrint"] = new("a demandé une copie imprimable de votre dossier", "asked for a printable copy of your record"),
        ["FetchPrint"] = new("a pris une copie imprimable de votre dossier : elle existe maintenant hors du dossier", "took a printable copy of your record: it now exists outside the record"),
        ["ListPrints"] = new("a regardé la liste de ses copies imprimables", "looked at the list of their printable copies"),
        ["GetPrint"] = new("a regardé où en est une copie imprimable", "looked at how far a printable copy is"),
        ["GetStrengthBoard"] = new("a regardé vos forces", "looked at your strengths"),
        ["GetStrengthHistory"] = new("a regardé l’histoire d’une de vos forces", "looked at the history of one of your strengths"),
        ["ListStrengthChanges"] = new("a regardé ce qui a changé dans vos forces", "looked at what changed in your strengths"),
        ["GetStrengthMeasures"] = new("a regardé combien de forces vous avez, et où", "looked at how many strengths you have, and where"),
        ["NameStrength"] = new("a nommé une force avec vous, ou vous en a proposé une", "named a strength with you, or proposed one to you"),
        ["AnswerStrength"] = new("a noté avec vous votre réponse à une force proposée", "noted with you your answer to a proposed strength"),
        ["ReviseStrength"] = new("a changé une force avec vous", "changed a strength with you"),
        ["RetireStrength"] = new("a mis de côté ou repris une force avec vous", "set a strength aside or took it up again with you"),
        ["ArrangeStrengths"] = new("a mis vos forces en ordre avec vous", "put your strengths in order with you"),
        ["ChooseStars"] = new("a choisi des étoiles avec vous", "chose stars with you"),
        ["NoteNetworkFacts"] = new("a noté quelque chose sur la carte de votre réseau", "noted something on the map of your network"),
        ["GetNetworkMap"] = new("a regardé la carte de votre réseau", "looked at the map of your network"),
        ["GetNetworkText"] = new("a lu votre réseau raconté en phrases", "read your network told in sentences"),
        ["GetNetworkEvolution"] = new("a regardé ce qui a changé dans votre réseau", "looked at what changed in your network"),
        ["GetTieTimeline"] = new("a lu l’histoire d’un lien de votre réseau", "read the history of a tie of your network"),
        ["SearchAlters"] = new("a cherché quelqu’un dans votre réseau", "looked for somebody in your network"),
        ["ListSnapshots"] = new("a regardé les moments de votre réseau que vous gardez", "looked at the moments of your network that you keep"),
        ["GetNetworkMeasures"] = new("a regardé les mesures de votre réseau", "looked at the measures of your network"),
        ["ExportNetwork"] = new("a pris une copie de la carte de votre réseau dans un fichier", "took a copy of the map of your network in a file"),
        ["FetchNetworkFile"] = new("a pris une copie de votre réseau dans un fichier", "took a copy of your network in a file"),
        ["ImportNetwork"] = new("a ajouté à la carte de votre réseau ce que dit un fichier", "added to the map of your network what a file says"),
        ["RecomputeNetwork"] = new("a fait recalculer les mesures de votre réseau", "had the measures of your network computed again"),
        ["OpenMeeting"] = new("a prévu ou commencé une rencontre avec vous", "planned or began a meeting with you"),
        ["StepMeeting"] = new("a déplacé, commencé ou annulé une rencontre avec vous", "moved, began or called off a meeting with you"),
        ["CloseMeeting"] = new("a terminé une rencontre avec vous", "closed a meeting with you"),
        ["DrawAgenda"] = new("a préparé l’ordre du jour d’une rencontre", "prepared the agenda of a meeting"),
        ["AddAgendaItem"] = new("a ajouté un point à l’ordre du jour d’une rencontre", "added an item to the agenda of a meeting"),
        ["RewordAgendaItem"] = new("a changé les mots d’un point de l’ordre du jour", "changed the words of an item of the agenda"),
        ["PlaceAgendaItem"] = new("a changé l’ordre des points d’une rencontre", "changed the order of a meeting’s items"),
        ["StrikeAgendaItem"] = new("a rayé ou repris un point de l’ordre du jour", "struck an item of the agenda or took it back"),
        ["NoteOnAgenda"] = new("a noté ce qui a été dit ou décidé dans une rencontre", "noted what was said or decided in a meeting"),
        ["GetMeeting"] = new("a lu une de vos rencontres", "read one of your meetings"),
        ["ListMeetings"] = new("a regardé la liste de vos rencontres", "looked at the list of your meetings"),
        ["GetNextMeeting"] = new("a regardé quand a lieu votre prochaine rencontre", "looked at when your next meeting is"),
        ["OpenEffectsSheet"] = new("a noté avec vous ce que vous apporte un service", "noted with you what a service brings you"),
        ["AddEffectsAnswers"] = new("a noté avec vous ce que vous apporte un service", "noted with you what a service brings you"),
        ["ListEffects"] = new("a regardé ce que vous dites des services, dans les parties qui lui sont ouvertes", "looked at what you say of services, in the parts open to them"),
        ["GetEffectsSheet"] = new("a lu ce que vous dites d’un service, dans les parties qui lui sont ouvertes", "read what you say of a service, in the parts open to them"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What was done, in words.</summary>
    public static PlainWords Of(string useCase, Tab? tab, bool writes)
    {
        if (Said.TryGetValue(useCase, out var said))
        {
            return said;
        }

        var where = Of(tab);
        return writes
            ? new PlainWords($"a ajouté ou changé quelque chose dans {where.Fr}", $"added or changed something in {where.En}")
            : new PlainWords($"a lu {where.Fr}", $"read {where.En}");
    }

    /// <summary>On what ground it was allowed, in words.</summary>
    public static PlainWords Of(RegisterGround ground) => ground switch
    {
        RegisterGround.Practitioner => new("comme intervenant de votre cercle", "as a practitioner of your circle"),
        RegisterGround.Relative => new("comme proche de votre cercle", "as a relative of your circle"),
        RegisterGround.Integrator => new("comme système relié à votre dossier", "as a system connected to your record"),
        RegisterGround.Coordinator => new("pour la coordination de votre projet", "for the coordination of your project"),
        RegisterGround.Representative => new("comme personne qui vous représente", "as somebody who represents you"),
        RegisterGround.Emergency => new("en urgence, sans être de votre cercle", "in an emergency, without being in your circle"),
        RegisterGround.Administrator => new("pour l’administration de l’installation", "for the administration of the installation"),
        _ => new("par qui exploite l’installation, en ligne de commande", "by the installation’s operator, on the command line"),
    };

    private static PlainWords Of(Tab? tab) => tab switch
    {
        Tab.QualityOfLife => new("votre qualité de vie", "your quality of life"),
        Tab.Network => new("votre réseau social", "your social network"),
        Tab.Strengths => new("vos forces", "your strengths"),
        Tab.Plan => new("votre plan d’accomplissement", "your accomplishment plan"),
        Tab.Coproduction => new("vos échanges", "your conversations"),
        _ => new("votre dossier", "your record"),
    };
}
