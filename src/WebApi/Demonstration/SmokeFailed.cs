namespace Barometre.WebApi.Demonstration;

/// <summary>A step of the walk did not come out as it should; the message is for whoever runs it.</summary>
internal sealed class SmokeFailed(string message) : Exception(message);
