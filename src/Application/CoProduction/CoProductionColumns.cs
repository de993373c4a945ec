namespace Barometre.Application.CoProduction;

/// <summary>Where the words of the module stand: sealed for one column, they open in no other.</summary>
public static class CoProductionColumns
{
    public const string Message = "coproduction.message_fact.words";
    public const string Note = "coproduction.note.words";
    public const string NoteHistory = "coproduction.note_fact.words";
}
