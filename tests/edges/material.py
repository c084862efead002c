"""What the built submissions say: invented people and places, in the words of their field."""

from __future__ import annotations

WORDS = {"overview": 240, "research": 480, "reflection": 360}

OPENINGS = {
    "overview": [
        "I want my colleagues to speak up because they see the buses leave half empty every single day.",
        "I openly advocate because my students cannot come to the meetings where decisions about routes are made.",
        "I grew up on a farm road myself and my own parents drove us to school for years.",
        "I hope that by the end of the year teachers in every building will take one number to the board.",
    ],
    "research": [
        "The priorities and policies of our state say that every child shall reach school safely and on time.",
        "The disparities are plain, since students on the longest routes miss twice as many days as others do.",
        "The history is short, for in 1998 the county ran sixty routes and over time this changed to forty.",
        "Practices that upheld implicit bias were route maps which left out the trailer park and marginalized communities.",
        "My work aligns with our local association, which named safe routes as one of its own priorities.",
        "I will focus on the need of teachers to advocate for fair bus routes before the school board.",
    ],
    "reflection": [
        "I met my intended outcomes for the most part, since sixteen teachers wrote a statement of their own.",
        "The impact on advocacy in our district shows already, because the board now asks for route numbers.",
        "There were unexpected outcomes too, for example one teacher rode the longest route and told the paper.",
        "The challenges were time and weather, and I overcame them with a second date in the library.",
        "My biggest success was the moment when a shy colleague spoke at the microphone for three minutes.",
        "I will continue to lead next year with two colleagues who came to every session of the series.",
    ],
}  # fmt: skip

MIDDLES = [
    "In the feedback survey people said that the numbers helped them more than anything else.",
    "Families told us the same at the kitchen table and asked us to carry it further.",
    "Today the ride takes seventy minutes for some children and ten minutes for others.",
    "When the weather is bad the gap between the roads grows and nobody writes it down.",
    "A driver with thirty winters behind the wheel knows more about fairness than any chart.",
    "We looked at the list together and then asked who is missing from it and why.",
    "That is why I keep the list on my desk and read it before each meeting.",
    "Little changes happen when people who know a thing say it where it counts.",
]

SOURCES = [
    ("Harlan County School Board. (2009).", "Report on bus routes and attendance", "https://board.example.org/routes-2009"),
    ("Office of Rural Education. (2014).", "Long rides and lost days", "https://rural.example.gov/long-rides"),
    ("Whitfield Center. (2017).", "Who waits at the corner", "https://whitfield.example.edu/corner"),
    ("State Department of Education. (2019).", "Chronic absence by county", "https://doe.example.gov/absence"),
    ("Alliance for Safe Routes. (2021).", "Walking distances and fairness", "https://routes.example.org/walking"),
    ("State Auditor. (2022).", "Transportation money and where it goes", "https://auditor.example.gov/transport"),
    ("Teachers of the Valley. (2023).", "What drivers say about winter", "https://valley.example.org/winter"),
    ("County Health Office. (2023).", "Sleep and the early bus", "https://health.example.gov/sleep"),
    ("Lake Region Institute. (2024).", "Routes drawn by lines of income", "https://lake.example.edu/income"),
]  # fmt: skip

INTERVIEWS = [
    "Interview with a bus driver of thirty years, in person, March 2024.",
    "Interview with two parents on the river road, April 2024.",
    "Interview with the routing clerk, May 2024.",
]

ABOUT = {
    "audience": "Classroom teachers and bus aides in grades 3 to 8 who are new to advocacy, up to twenty people.",
    "promotion": "We promote it with a flyer in the staff newsletter, invite each person by a personal note, and draw people in with supper and clock hours.",
    "best practices": "Adult learning theory shapes the series: participants help plan it, start from their own experience and work on real problems of immediate use. "
    "Cultural competence shows in stories that families tell themselves, and in culturally responsive listening.",
    "delivery": "A series of evening workshops, face to face.",
}  # fmt: skip

SESSIONS = [
    (
        "Reading the route map",
        "Participants can name one disparity in bus routes and explain why fair routes are worth advocating for.",
        "Workshop with a map walk in pairs",
        "How routes are drawn; who decides about them",
        "Report on bus routes and attendance, pages 2 to 4",
        "Route map, sticky notes, handout 1",
    ),
    (
        "A number and a story",
        "Participants can join one number and one story into a message that advocates for fair bus routes.",
        "Workshop with writing time and feedback in threes",
        "Choosing a number; asking permission for a story",
        "Two sample messages from other counties",
        "Message frame, index cards",
    ),
    (
        "At the microphone",
        "Participants can speak for three minutes to advocate for students before the school board.",
        "Workshop with a rehearsed board meeting",
        "Rules of public comment; following up",
        "The calendar of board meetings",
        "Timer, comment cards, feedback forms",
    ),
    (
        "Keeping at it",
        "Participants can plan three months of advocacy for fair routes with a partner.",
        "Workshop with a planning round",
        "Allies among families; a calendar of steps",
        "Planning guide of the alliance",
        "Calendar pages, pens",
    ),
]

QUESTIONS = [
    "What worked best for you in this series?",
    "What was the biggest challenge for you?",
    "What will be your next step as an advocate?",
    "How well prepared do you feel to speak to the board?",
    "What else would you like to learn about bus routes?",
    "Which handout did you find most useful?",
]

RESPONSES = [
    [
        "The map walk, because I saw my own street on it.",
        "Speaking without notes was hard for me.",
        "I will write to the clerk about the river road.",
        "Better than before, though my knees still shake.",
        "How the money is split between the towns.",
        "The one with the message frame.",
    ],
    [
        "Hearing from the driver who came as a guest.",
        "The reading was long after a full day.",
        "Two of us go to the March meeting together.",
        "Quite well, since we practiced it twice.",
        "Something about winter rules would help.",
        "Handout 1 hangs over my desk now.",
    ],
    [
        "Working in threes with people from other buildings.",
        "Finding a sitter for the second evening.",
        "I am going to ask families for their stories.",
        "Well enough to try it once this spring.",
        "Who signs the contract with the bus company.",
        "The calendar pages, which I copied for my team.",
    ],
    [
        "The rehearsal with a real timer running.",
        "Nothing was too hard, only the chairs.",
        "Next week I speak with our building committee.",
        "Very well, and I was the doubter in the room.",
        "How to read a budget without falling asleep.",
        "I liked the comment cards most of all.",
    ],
]

AGENDA = """\
# Agenda

Doors open at 3:45, supper is on the table.

| Time | What we do |
| --- | --- |
| 4:00-4:30 | Reading the route map: walk along the wall and mark what surprises you |
| 4:30-5:00 | A number and a story: write, read it to your neighbor, write again |
| 5:00-5:30 | At the microphone: three minutes each with the timer |
| 5:30-6:00 | Keeping at it: your calendar for the spring |
"""
